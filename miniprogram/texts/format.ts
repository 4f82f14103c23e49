import type { BeijingTime } from '../domain/time';

/** The part of a date that differs from now, in Beijing time. */
export type Nearness = 'today' | 'this-year' | 'other-year';

/** Tells which part of a date can be left out. */
export function nearness(at: BeijingTime, now: BeijingTime): Nearness {
  if (at.year !== now.year) return 'other-year';
  return at.month === now.month && at.day === now.day ? 'today' : 'this-year';
}

/** Formats the time of day: `09:05`. */
export function clock({ hour, minute }: BeijingTime): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** Formats the time of day with seconds: `09:05:30`. */
export function clockToSecond(at: BeijingTime): string {
  return `${clock(at)}:${twoDigits(at.second)}`;
}

const ENGLISH_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The English name of a month in three letters. @param month - 1 to 12. */
export function englishMonth(month: number): string {
  return ENGLISH_MONTHS[month - 1] ?? '';
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
