import { maxTime } from './order';

/** The sandbox's clock: `real`, or a fixed time in epoch seconds. */
export type ClockSetting = 'real' | number;

const zonedIso = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** `Date.parse` takes the 30th of February as the 2nd of March. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * Parses ISO 8601 with a zone, such as `2024-05-01T12:00:00+08:00`.
 *
 * @returns Epoch milliseconds; NaN for any other text, and for a time before 1970 or after {@link maxTime}.
 */
export function parseMoment(text: string): number {
  const [, year, month, day] = zonedIso.exec(text) ?? [];
  if (!isDay(Number(year), Number(month), Number(day))) return Number.NaN;
  const moment = Date.parse(text);
  return moment >= 0 && moment / 1000 < maxTime + 1 ? moment : Number.NaN;
}

/**
 * Parses a clock setting: `real`, epoch seconds, or ISO 8601 with a zone (`2024-05-01T12:00:00+08:00`).
 *
 * @throws RangeError for any other value.
 */
export function parseClock(value: string | number): ClockSetting {
  if (value === 'real') return 'real';
  const text = String(value);
  const seconds = /^\d{1,12}$/.test(text) ? Number(text) : Math.floor(parseMoment(text) / 1000);
  if (!(seconds <= maxTime)) {
    throw new RangeError(
      `now must be "real", epoch seconds, or ISO 8601 with a zone such as 2024-05-01T12:00:00+08:00, from 1970 to 9999, got "${text}"`,
    );
  }
  return seconds;
}

/** The current time of a clock, in epoch seconds. */
export function readClock(clock: ClockSetting): number {
  return clock === 'real' ? Math.floor(Date.now() / 1000) : clock;
}
