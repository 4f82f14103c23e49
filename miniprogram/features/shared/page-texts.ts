import { paymentHistory } from '../../configure';
import { textsOf } from '../../texts/texts';
import { errorText } from './error-text';

/** What the pages that hold the features need of the configured module: words in its language, and a path. */
export interface PageTexts {
  readonly historyTitle: string;
  readonly detailTitle: string;
  readonly statisticsTitle: string;
  /** Path of the page of statistics; empty for none. */
  readonly statisticsPage: string;
  readonly paymentFailed: string;
  /** A pending payment that the app has no parameters for. */
  readonly cannotContinue: string;
  /** Says what happened. */
  readonly failure: (error: unknown) => string;
}

/** @throws Error before the module is configured. */
export function pageTexts(): PageTexts {
  const module = paymentHistory();
  const texts = textsOf(module);
  return {
    historyTitle: texts.title,
    statisticsTitle: texts.statisticsTitle,
    statisticsPage: module.statisticsPage ?? '',
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
