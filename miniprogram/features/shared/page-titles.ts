import { paymentHistory } from '../../configure';
import { textsIn } from '../../texts/texts';

/** Titles for the pages that hold the features, in the language of the module. */
export function pageTitles(): { readonly history: string; readonly detail: string } {
  const { title, detail } = textsIn(paymentHistory().language);
  return { history: title, detail: detail.title };
}
