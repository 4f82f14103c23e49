import { parseYuan } from '../../domain/money';
import { usualWidth } from '../../domain/usual-width';

/**
 * Reads an amount in yuan as people type or paste it: digits of any width with at most two decimals, also
 * with ¥, 元, separators of thousands, and a point at either end.
 *
 * @returns Fen; null for an empty text; undefined for anything else.
 */
export function readAmount(typed: string): number | null | undefined {
  const text = usualWidth(typed)
    // Chinese keyboards write 。 for the point.
    .replace(/。/g, '.')
    .replace(/[\s,¥元]/g, '')
    .replace(/^\.(?=\d)/, '0.')
    .replace(/(\d)\.$/, '$1');
  if (text === '') return null;
  return parseYuan(text) ?? undefined;
}
