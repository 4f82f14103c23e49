import { fieldsOf, parseJson } from './json';

const LONGEST_MESSAGE = 200;
/** The part of a message that is searched for private data: the search takes long for long texts. */
const LONGEST_SEARCH = 1000;
/** No answer with a message is as long; a longer body is not parsed, because that takes seconds at 20 MB. */
const LONGEST_BODY = 10_000;
/** A digit of usual or full width, Arabic, Persian or Hindi; WeChat's engine on Android has no `\p{Nd}`. */
const DIGIT = '[\\d\uff10-\uff19\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]';
/**
 * What a server may repeat from a request or an order: quoted text, e-mail and network addresses, tokens and
 * signatures (no word is as long), and numbers of four digits or more, also in groups.
 */
const PRIVATE = new RegExp(
  [
    /(["'`])[^]*?\1|“[^”]*”|‘[^’]*’|「[^」]*」|『[^』]*』/,
    /\S+@\S+/,
    /[\da-f]*(:[\da-f]*){2,}|\d+(\.\d+){2,}/,
    /[\w%+/=.~-]{16,}/,
    new RegExp(`\\+?${DIGIT}(?:[\\s()./-]*${DIGIT}){3,}`),
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/** A quoted text whose end was cut off. */
const OPEN_QUOTE = /["'`“‘「『][^"'`”’」』]*$/;

/**
 * The message in the body of an error answer: `error_msg`, else `message`, without private data. Any other
 * body is ignored: it may be a part of an order, or the page of a proxy.
 *
 * @param body - Text, or the JSON value that a transport has already parsed.
 */
export function messageInBody(body: unknown): string | null {
  if (typeof body === 'string' && body.length > LONGEST_BODY) return null;
  const { error_msg, message } = fieldsOf(typeof body === 'string' ? parseJson(body) : body);
  for (const candidate of [error_msg, message]) {
    if (typeof candidate !== 'string' || /^\s*($|<)/.test(candidate)) continue;
    const whole = candidate.trim();
    const start = whole.slice(0, LONGEST_SEARCH);
    const closed = start === whole ? start : start.replace(OPEN_QUOTE, '…');
    return closed.replace(PRIVATE, '…').trim().slice(0, LONGEST_MESSAGE);
  }
  return null;
}
