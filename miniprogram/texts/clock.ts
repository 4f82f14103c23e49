import type { BeijingTime } from '../domain/time';

/** How close a moment is to now, as the Beijing calendar has it. */
export type Nearness = 'today' | 'this-year' | 'other-year';

/** Tells how much of a date can be left out. */
export function nearness(at: BeijingTime, now: BeijingTime): Nearness {
  if (at.year !== now.year) return 'other-year';
  return at.month === now.month && at.day === now.day ? 'today' : 'this-year';
}

/** The time of day with two digits each: `09:05`. */
export function clock({ hour, minute }: BeijingTime): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** The time of day to the second: `09:05:30`. */
export function clockToSecond(at: BeijingTime): string {
  return `${clock(at)}:${twoDigits(at.second)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
