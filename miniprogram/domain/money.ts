/** Below this many fen `yuan * 100` is less than half a fen away from the exact product. */
const ROUNDABLE_FEN = 1e12;

/**
 * Reads an amount in yuan as integer fen. A third decimal is never rounded away: text is read digit by
 * digit, and a number must be the one nearest to that many fen.
 *
 * @param value - A decimal string or a number in yuan, as the API sends it: `"398.00"`, `19.9`, `100`.
 * @returns Fen; null for anything that is not exactly a whole, non-negative, safe number of fen.
 */
export function parseYuan(value: unknown): number | null {
  if (typeof value === 'string') return parseDecimal(value.trim());
  if (typeof value !== 'number') return null;
  const fen = Math.round(value * 100);
  if (!(fen >= 0 && fen < ROUNDABLE_FEN)) return parseDecimal(`${value}`);
  // Adding 0 turns -0 into 0.
  return fen / 100 === value ? fen + 0 : null;
}

/**
 * Reads an amount in fen, as WeChat Pay sends it.
 *
 * @param value - Digits or a whole number: `"1990"`, `1990`.
 * @returns Fen; null for anything else.
 */
export function parseFen(value: unknown): number | null {
  const fen = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof fen === 'number' && Number.isSafeInteger(fen) && fen >= 0 ? fen : null;
}

/** Character codes minus that of `0`: 0 to 9 for the digits. */
const POINT = -2;

/** A loop over character codes is faster than a regular expression, once per payment. */
function parseDecimal(text: string): number | null {
  let fen = 0;
  let decimals = -1;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit === POINT && decimals < 0 && at > 0) decimals = 0;
    else if (!(digit >= 0 && digit <= 9)) return null;
    else if (decimals < 2) {
      fen = fen * 10 + digit;
      if (decimals >= 0) decimals++;
    } else if (digit > 0) return null;
  }
  if (!text || decimals === 0) return null;
  if (decimals < 2) fen *= decimals < 0 ? 100 : 10;
  return Number.isSafeInteger(fen) ? fen : null;
}

/**
 * Formats fen for display: `¥1,234,567.89`, and `USD 12.00` for currencies other than CNY.
 *
 * @param fen - A safe integer, 1/100 of the currency's unit; a negative amount gets a leading minus.
 * @param currency - ISO 4217 code. @default 'CNY'
 */
export function formatFen(fen: number, currency = 'CNY'): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  const symbol = currency === 'CNY' ? '¥' : `${currency} `;
  return `${fen < 0 ? '-' : ''}${symbol}${whole}.${digits.slice(-2)}`;
}
