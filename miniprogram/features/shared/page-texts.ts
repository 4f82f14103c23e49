import { paymentHistory } from '../../configure';
import { textsOf } from '../../texts/texts';
import { errorText } from './error-text';

/** The words of the pages that hold the features, in the language of the module. */
export interface PageTexts {
  readonly historyTitle: string;
  readonly detailTitle: string;
  readonly paymentFailed: string;
  /** A pending payment that the app has no parameters for. */
  readonly cannotContinue: string;
  /** Says what happened. */
  readonly failure: (error: unknown) => string;
}

/** @throws Error before the module is configured. */
export function pageTexts(): PageTexts {
  const texts = textsOf(paymentHistory());
  return {
    historyTitle: texts.title,
    get detailTitle() {
      return texts.detail.title;
    },
    get paymentFailed() {
      return texts.detail.stage.failed.title;
    },
    cannotContinue: texts.notContinued.elsewhere,
    failure: (error) => errorText(error, texts).happened,
  };
}
