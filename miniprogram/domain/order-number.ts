import { plainText } from './plain-text';

/** 号 ends the label of every number on a Chinese bill: 交易单号, 商户订单号, 流水号(商户), 交易單號. */
const CHINESE_LABEL =
  '(?:[\\u4e00-\\u9fff]*[号號][码碼]?|[\\u4e00-\\u9fff]+ID)\\s*(?:\\([^)]*\\))?\\s*[:#=]?|[\\u4e00-\\u9fff]+\\s*:';
/** `Transaction ID`, `Merchant order no.:`, `out_trade_no=`; any words before a colon. */
const ENGLISH_LABEL =
  '\\b(?:[a-z]+[\\s_]+){0,4}(?:id|no|num|number|order)(?=[\\s:=#.])\\.?\\s*[:#=]?|\\b[a-z][a-z .]{0,40}:';
const LABELS = new RegExp(`${CHINESE_LABEL}|${ENGLISH_LABEL}`, 'gi');
/** Punctuation and blanks; an ideograph is part of a text. */
const EDGES = /^[^\w\u3400-\u9fff]+|[^\w\u3400-\u9fff]+$/g;

/** One word with a digit in it, of WeChat Pay's characters for order numbers, or digits only. */
const NUMBER = /^(?=.*\d)[\w|*-]{16,64}$|^\d{10,15}$/;
/** A word that is so long is a number by itself, whatever stands around it: a sentence, an address, JSON. */
const LONG_WORD = /[\w|*-]{20,}/g;
/** A shorter number in a sentence, behind the label of a number. */
const LABELLED =
  /(?:(?:[单單编編]|流水)[号號][码碼]?|\b(?:id|no|num|number|order))\.?\s*(?:[为為是]|is\b)?\s*[:#=]?\s*((?=[\w|*-]*\d)[\w|*-]{16,19})(?![\w|*-])/gi;
/** A longer text is not the number of an order. */
const LONGEST_TEXT = 300;
/** A copied bill has two numbers, each perhaps in groups. */
const MOST_NUMBERS = 4;

/**
 * Reads order numbers from a text as people paste it: with the labels of a bill, in groups, with marks
 * and punctuation around it; a long number, or one behind a label, also from the middle of a sentence.
 *
 * @returns The numbers that the text may stand for, the likeliest first. Empty where the text has anything
 * but numbers, and no long one.
 */
export function numbersIn(text: string): readonly string[] {
  if (text.length > LONGEST_TEXT) return [];
  const plain = plainText(text);
  const parts = plain
    .split(LABELS)
    .map((part) => part.replace(EDGES, ''))
    .filter((part) => part !== '')
    .map(numbersOf);
  const isOnlyNumbers = parts.every((numbers) => numbers.length > 0);
  const numbers = isOnlyNumbers ? parts : wordsIn(plain).map(readingsOf);
  return Array.from(new Set(([] as string[]).concat(...numbers))).slice(0, MOST_NUMBERS);
}

/** Whether a number has the form that WeChat Pay (交易单号) and Alipay give to a payment; only they know it. */
export function isGatewayNumber(number: string): boolean {
  return /^(?:[14]\d|20)\d{26}$/.test(number);
}

/** The numbers of a text without labels; empty where it has other words. */
function numbersOf(part: string): readonly string[] {
  const groups = part.split(/\s+/);
  const words = longWordsIn(part);
  // Several numbers without labels; one that is broken into lines has a short end.
  if (words.length > 1 && words.length === groups.length) {
    return ([] as string[]).concat(...words.map(readingsOf));
  }
  return isGrouped(groups) ? readingsOf(groups.join('')) : [];
}

/** The words of a sentence that are numbers: long ones, or else those behind a label. */
function wordsIn(plain: string): readonly string[] {
  const long = longWordsIn(plain);
  if (long.length > 0) return long;
  const labelled: string[] = [];
  plain.replace(LABELLED, (_match, word: string) => String(labelled.push(word)));
  return labelled;
}

function longWordsIn(text: string): readonly string[] {
  return text.match(LONG_WORD) ?? [];
}

/** A dash may belong to a number or group its digits, so a number with dashes has two readings. */
function readingsOf(joined: string): readonly string[] {
  const bare = joined.replace(/-/g, '');
  const readings = /^\d+$/.test(bare) ? [bare, joined] : [joined, bare];
  return readings.filter((reading) => NUMBER.test(reading));
}

/** A number in groups has a digit in each, or groups of one length and a rest; a phrase has words without digits. */
function isGrouped(groups: readonly string[]): boolean {
  const [{ length } = ''] = groups;
  return (
    groups.every((group) => /\d/.test(group)) ||
    groups.every(
      (group, nth) =>
        group.length === length || (nth === groups.length - 1 && group.length < length),
    )
  );
}
