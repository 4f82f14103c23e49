import type { NoticeLayout, NoticeTone } from '../../components/notice/notice';
import { isApiError, type ApiErrorKind } from '../../services/api-error';
import type { ErrorText, Texts } from '../../texts/texts';

/** View data of a notice. */
export interface NoticeView {
  readonly layout: NoticeLayout;
  readonly tone: NoticeTone;
  readonly title: string;
  readonly advice: string;
  /** Text of the button; empty for no button. */
  readonly action: string;
}

/** The kind of an error; an error that is no `ApiError` is a fault of this module. */
export function kindOf(error: unknown): ApiErrorKind | 'unexpected' {
  return isApiError(error) ? error.kind : 'unexpected';
}

/** The texts for an error. */
export function errorText(error: unknown, texts: Texts): ErrorText {
  return texts.errors[kindOf(error)];
}
