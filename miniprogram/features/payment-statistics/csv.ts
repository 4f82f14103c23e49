import { usualWidth } from '../../domain/plain-text';

/** Spreadsheets read a file as UTF-8 only after this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A cell that begins so is a formula for some spreadsheet. */
const FORMULA = /^[=+\-@\t\r\n]/;

const NUMBER = '[¥$€£]?\\s?(?:\\d[\\d,]*\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?\\s?%?|\\d+ \\d+/\\d+';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DATE = `\\d+[-/]\\d+(?:[-/]\\d+)?|\\d+年(?:\\d+月(?:\\d+日)?)?|\\d+月(?:\\d+日)?|(?:\\d+[-/ ]?)?${MONTH}(?:[-/, ]+\\d+){0,2}`;
const CLOCK =
  '\\d+:\\d+(?::\\d+(?:\\.\\d+)?)?(?:\\s?[ap]m)?|\\d+\\s?[ap]m|\\d+[时時](?:\\d+分(?:\\d+秒)?)?';
/** What a spreadsheet reads as a number, a fraction, a share, a date, a time or a truth value. */
const READ = new RegExp(
  `^(?:${NUMBER}|(?:${DATE})(?:[ ,T]+(?:${CLOCK}))?|${CLOCK}|true|false)$`,
  'i',
);
/** Of a longer text the beginning tells. */
const LONGEST = 40;
/** A number that a spreadsheet keeps: with at most 15 digits, and without zeros at either end. */
const KEPT_NUMBER = /^(?=[\d.]{1,16}$)(?:0|[1-9]\d{0,14}|(?:0|[1-9]\d*)\.\d*[1-9])$/;

/** Writes rows as CSV by RFC 4180, in UTF-8 with its mark. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

/** A text of others as a cell; with an apostrophe before what a spreadsheet would run or change. */
export function textCell(text: string): string {
  const usual = usualWidth(text);
  const isChanged = READ.test(usual.slice(0, LONGEST)) && !KEPT_NUMBER.test(usual);
  return FORMULA.test(usual) || isChanged ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
