/** Spreadsheets read a file as UTF-8 only after this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A cell that begins so is a formula for some spreadsheet, also with full-width signs. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Digits that a spreadsheet changes: it keeps 15 of them, drops leading zeros, and reads `1.5E9` as a number, and
 * `3-4`, `1/2` and `1:30` as a date or a time.
 */
const CHANGED_NUMBER = /^(0\d+|\d{16,}|(\d+\.?\d*|\.\d+)e[+-]?\d+|\d+([-/:]\d+){1,2})$/i;

/**
 * Writes rows as CSV by RFC 4180, in UTF-8 with its mark. A text that a spreadsheet would run or change begins
 * with an apostrophe.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = FORMULA.test(text) || CHANGED_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
