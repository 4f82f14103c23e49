import type { NoticeLayout, NoticeTone } from '../../components/notice/notice';
import { isApiError } from '../../services/api-error';
import type { ErrorText, Texts } from '../../texts/texts';

/** What a notice says. */
export interface NoticeView {
  readonly layout: NoticeLayout;
  readonly tone: NoticeTone;
  readonly title: string;
  readonly advice: string;
  /** The button's word; empty for no button. */
  readonly action: string;
}

/** An error in words; one that no service knows is a fault of our own. */
export function errorText(error: unknown, texts: Texts): ErrorText {
  return texts.errors[isApiError(error) ? error.kind : 'unexpected'];
}
