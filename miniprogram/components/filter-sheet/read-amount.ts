import { parseYuan } from '../../domain/money';

/** Full-width forms of the characters from `!` to `~`; Chinese keyboards write 。 for the point. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * Reads an amount in yuan as people type or paste it: digits of any width with at most two decimals, also
 * with ¥, 元, separators of thousands, and a point at either end.
 *
 * @returns Fen; null for an empty text; undefined for anything else.
 */
export function readAmount(typed: string): number | null | undefined {
  const text = typed
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/。/g, '.')
    .replace(/[\s,¥￥元]/g, '')
    .replace(/^\.(?=\d)/, '0.')
    .replace(/(\d)\.$/, '$1');
  if (text === '') return null;
  return parseYuan(text) ?? undefined;
}
