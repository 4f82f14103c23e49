import type * as tagMistakes from './tag-mistakes';
import type { TagMistake } from './tag-mistakes';

/** Tells the developer once what to do about a mistake with the tags; not in a released mini program. */
export function explainTagMistake(mistake: TagMistake, detail = ''): void {
  (require('./tag-mistakes') as typeof tagMistakes).explain(mistake, detail);
}
