/** Below this many fen, 64 rounding errors of a double are less than a tenth of a fen. */
const ROUNDABLE_FEN = 1e12;
/** The sum of a few dozen prices is this much off, relative to the sum. */
const ROUNDING_ERROR = 64 * Number.EPSILON;

/** The currencies whose unit has other than two decimals, by ISO 4217. */
const DECIMALS: readonly (readonly [decimals: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

/** The number of decimals of a currency. @param currency - ISO 4217 code. */
function decimalsOf(currency: string): number {
  if (currency === 'CNY') return 2;
  const exception = DECIMALS.find(([, codes]) => codes.split(' ').includes(currency));
  return exception ? exception[0] : 2;
}

/**
 * Reads an amount in yuan as integer fen; an amount in another currency as integer minor units of it.
 *
 * A server that calculates with doubles sends 59.699999999999996 for 59.70. Such a number, also as text,
 * is read as the nearest fen when it is within a rounding error of it. A third decimal is never rounded
 * away: 1.005 is not an amount.
 *
 * @param value - A decimal string or a number in yuan, as the API sends it: `"398.00"`, `19.9`, `100`.
 * @param currency - ISO 4217 code. @default 'CNY'
 * @returns Fen; null for anything that is not a whole, non-negative, safe number of fen.
 */
export function parseYuan(value: unknown, currency = 'CNY'): number | null {
  return parseMinor(value, decimalsOf(currency));
}

/**
 * Reads an amount in fen, as WeChat Pay sends it; in another currency, in minor units of it.
 *
 * @param value - Digits or a whole number, but for a rounding error: `"1990"`, `1990`.
 * @returns Fen; null for anything else.
 */
export function parseFen(value: unknown): number | null {
  return parseMinor(value, 0);
}

/** @param places - Decimals of the value that count as minor units. */
function parseMinor(value: unknown, places: number): number | null {
  if (typeof value === 'number') return fromNumber(value, places);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const exact = fromText(text, places);
  return exact === null && /^\d+\.\d+$/.test(text) ? fromNumber(Number(text), places) : exact;
}

function fromNumber(value: number, places: number): number | null {
  const exact = value * 10 ** places;
  const fen = Math.round(exact);
  if (!(fen >= 0 && fen < ROUNDABLE_FEN)) return fromText(`${value}`, places);
  // Adding 0 turns -0 into 0.
  return Math.abs(exact - fen) <= Math.max(1, fen) * ROUNDING_ERROR ? fen + 0 : null;
}

/** Character codes minus that of `0`: 0 to 9 for the digits. */
const POINT = -2;

/** A loop over character codes is faster than a regular expression, once per payment. */
function fromText(text: string, places: number): number | null {
  let fen = 0;
  let decimals = -1;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit === POINT && decimals < 0 && at > 0) decimals = 0;
    else if (!(digit >= 0 && digit <= 9)) return null;
    else if (decimals < places) {
      fen = fen * 10 + digit;
      if (decimals >= 0) decimals++;
    } else if (digit > 0) return null;
  }
  if (!text || text.endsWith('.')) return null;
  for (decimals = Math.max(0, decimals); decimals < places; decimals++) fen *= 10;
  return Number.isSafeInteger(fen) ? fen : null;
}

/**
 * Formats an amount for display: `¥1,234,567.89`, `USD 12.00`, `JPY 1,000`.
 *
 * @param fen - A safe integer in minor units of the currency; a negative amount gets a leading minus.
 * @param currency - ISO 4217 code. @default 'CNY'
 */
export function formatFen(fen: number, currency = 'CNY'): string {
  const digits = decimalOf(Math.abs(fen), currency);
  const grouped = digits.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
  const symbol = currency === 'CNY' ? '¥' : `${currency} `;
  return `${fen < 0 ? '-' : ''}${symbol}${grouped}`;
}

/**
 * Writes an amount as an exact decimal number without separators: `1234567.89`, or `1000` in a currency
 * without decimals.
 *
 * @param fen - A safe integer from 0, in minor units of the currency.
 * @param currency - ISO 4217 code. @default 'CNY'
 */
export function decimalOf(fen: number, currency = 'CNY'): string {
  const places = decimalsOf(currency);
  const digits = String(fen).padStart(places + 1, '0');
  const point = digits.length - places;
  return digits.slice(0, point) + (places > 0 ? `.${digits.slice(point)}` : '');
}
