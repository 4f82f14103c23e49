/** Marks without width, of direction and of variants; a soft hyphen. */
const MARKS =
  '\\u00ad\\u034f\\u061c\\u180b-\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff';
const INVISIBLE = new RegExp(`[${MARKS}]`, 'g');
/** A character that is seen: no blank, mark or control character, and no letter that is drawn as a blank. */
const VISIBLE = new RegExp(
  `(?![\\s${MARKS}\\u115f\\u1160\\u17b4\\u17b5\\u2800\\u3164\\uffa0])[!-~\\u00a1-\\uffff]`,
);
/** Signs that keyboards write in several ways, such as the quotation marks of iOS, each with its usual one. */
const VARIANTS: readonly (readonly [written: RegExp, usual: string])[] = [
  [/[\u2010-\u2015\u2043\u2212]/g, '-'],
  [/[\u2018-\u201b\u2032]/g, "'"],
  [/[\u201c-\u201f]/g, '"'],
  [/[\u2022\u2027\u30fb]/g, '\u00b7'],
];

/** A text without outer blanks; empty where nothing of it can be seen. */
export function visibleText(text: string): string {
  return VISIBLE.test(text) ? text.trim() : '';
}

/**
 * Writes a text in one form: letters and digits of usual width, one kind of dash, quotation mark and middle
 * dot, without invisible marks and outer blanks. Two texts that look the same are then equal.
 */
export function plainText(text: string): string {
  const normal = usualWidth(text.replace(INVISIBLE, ''));
  return VARIANTS.reduce((plain, [written, usual]) => plain.replace(written, usual), normal).trim();
}

/**
 * Writes letters, digits and signs of full width, which Chinese keyboards give, in their usual width; also
 * other variants of a character, where the engine knows them.
 *
 * WeChat's engine on Android has no Unicode data: there `normalize` changes nothing.
 */
export function usualWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/\uffe5/g, '¥')
    .normalize('NFKC');
}
