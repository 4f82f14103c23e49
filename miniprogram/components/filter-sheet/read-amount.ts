import { parseYuan } from '../../domain/money';
import { plainText } from '../../domain/plain-text';

/** ¥ before the digits or 元 after them; commas and blanks only before groups of three digits: 19,9 may be 19.9. */
const AMOUNT = /^¥?\s*((?:\d{1,3}(?:[,\s]\d{3})+|\d+)?(?:\.\s*\d*)?)\s*元?$/;

/**
 * Reads an amount in yuan as people type or paste it: digits of any width with at most two decimals, also
 * with ¥, 元, separators of thousands, and a point at either end.
 *
 * @returns Fen; null for an empty text; undefined for anything else.
 */
export function readAmount(typed: string): number | null | undefined {
  // Chinese keyboards write 。 for the point.
  const text = plainText(typed).replace(/。/g, '.');
  if (text === '') return null;
  const [, digits = ''] = AMOUNT.exec(text) || [];
  const plain = digits
    .replace(/[,\s]/g, '')
    .replace(/^\.(?=\d)/, '0.')
    .replace(/\.$/, '');
  return parseYuan(plain) ?? undefined;
}
