import type { Texts } from '../../texts/texts';

/** The words for a value that the API's documents do not list, with the API's own word, where it has one. */
export function unlisted(words: string, raw: string | null, { detail }: Texts): string {
  return raw === null ? words : detail.withWord(words, raw);
}
