/** Fen up to which a number in yuan, times 100, is off by far less than half a fen. */
const PLAIN = 1e12;

/**
 * Reads an amount in yuan as integer fen. Text is read digit by digit; a number counts only if it is the
 * one nearest to that many fen, so a third decimal is never rounded away.
 *
 * @param value - A decimal string or a number in yuan, as the wire has it: `"398.00"`, `19.9`, `100`.
 * @returns Fen, or null for whatever is not exactly a whole, non-negative, safe number of fen.
 */
export function parseYuan(value: unknown): number | null {
  if (typeof value === 'string') return fromText(value.trim());
  if (typeof value !== 'number') return null;
  const fen = Math.round(value * 100);
  if (!(fen >= 0 && fen < PLAIN)) return fromText(`${value}`);
  return fen / 100 === value ? fen + 0 : null;
}

/**
 * Reads an amount that WeChat Pay gives in fen.
 *
 * @param value - Digits or a whole number: `"1990"`, `1990`.
 */
export function parseFen(value: unknown): number | null {
  const fen = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(fen) && (fen as number) >= 0 ? (fen as number) : null;
}

function fromText(text: string): number | null {
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

/** The decimal point, counted from the digit 0. */
const POINT = -2;

/**
 * Writes fen for a person: `¥1,234,567.89`, and `USD 12.00` for currencies other than CNY.
 *
 * @param fen - A safe integer, 1/100 of the currency's unit; a negative one is written with a leading minus.
 * @param currency - ISO 4217 code.
 */
export function formatFen(fen: number, currency = 'CNY'): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  const symbol = currency === 'CNY' ? '¥' : `${currency} `;
  return `${fen < 0 ? '-' : ''}${symbol}${whole}.${digits.slice(-2)}`;
}
