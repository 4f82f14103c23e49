/** A time in Beijing; `month` is 1 to 12. */
export interface BeijingTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Seconds by which Beijing is ahead of UTC. */
const BEIJING_OFFSET = 8 * 3600;
const END_OF_YEAR_9999 = 253_402_300_799;
/** Numbers from here on are milliseconds: as seconds they would be after the year 5000. */
const FIRST_MILLISECONDS = 1e11;

/** 14 digits are WeChat's time stamp (yyyyMMddHHmmss), and no epoch. */
const END_OF_MILLISECONDS = 1e13;
const EPOCH = /^\d+(\.\d+)?$/;
const WALL =
  '[1-9]\\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])[Tt ](?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:[.,]\\d+)?';
const STAMP = /^\d{14}$/;
/** Separate from ZONED: it is the usual form, and `test` is faster than `exec`. */
const NAIVE = new RegExp(`^${WALL}$`);
const ZONED = new RegExp(`^${WALL} ?([Zz]|[+-][01]\\d(?::?[0-5]\\d)?)$`);

/**
 * Reads a time in any form that the API uses: epoch seconds, epoch milliseconds (from 1e11 to 1e13), or a date of
 * ISO 8601 with a time to the second.
 *
 * ISO 8601 without a zone is Beijing time (UTC+8), which Hydrogen writes; `new Date` would read it in the
 * phone's time zone.
 *
 * @returns Whole epoch seconds; null for anything but a time from 1970 to 9999, and for 0, which servers write for no time.
 */
export function parseTime(value: unknown): number | null {
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string') return null;
  if (NAIVE.test(value)) return fromWall(value, BEIJING_OFFSET);
  const text = value.trim();
  if (EPOCH.test(text)) return fromNumber(Number(text));
  const [, zone] = ZONED.exec(text) || [];
  if (zone !== undefined) return fromWall(text, offset(zone));
  return NAIVE.test(text) ? fromWall(text, BEIJING_OFFSET) : null;
}

/**
 * Reads WeChat Pay's time stamp, which is in Beijing time: `20200320175220`.
 *
 * @returns Epoch seconds; null for anything else.
 */
export function parseStamp(value: unknown): number | null {
  if (typeof value !== 'string' || !STAMP.test(value)) return null;
  const at = (from: number) => value.slice(from, from + 2);
  return parseTime(`${value.slice(0, 4)}-${at(4)}-${at(6)} ${at(8)}:${at(10)}:${at(12)}`);
}

/** Whether a value is epoch seconds from 1970 to 9999. */
export function isEpochSeconds(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= END_OF_YEAR_9999;
}

/** Converts epoch seconds to the time in Beijing, independently of the phone's time zone. */
export function beijingTime(epochSeconds: number): BeijingTime {
  const shifted = new Date((epochSeconds + BEIJING_OFFSET) * 1000);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

const DAY = 24 * 3600;

/** The next midnight in Beijing. @param now - Milliseconds since the Unix epoch, as is the result. */
export function nextMidnight(now: number): number {
  const day = Math.floor((now / 1000 + BEIJING_OFFSET) / DAY);
  return ((day + 1) * DAY - BEIJING_OFFSET) * 1000;
}

function fromNumber(value: number): number | null {
  if (value >= END_OF_MILLISECONDS) return null;
  return inRange(Math.floor(value >= FIRST_MILLISECONDS ? value / 1000 : value));
}

function inRange(seconds: number): number | null {
  return isEpochSeconds(seconds) ? seconds : null;
}

/** @param ahead - Seconds by which the clock is ahead of UTC. */
function fromWall(text: string, ahead: number): number | null {
  const day = digits(text, 8);
  const wall = Date.UTC(
    digits(text, 0) * 100 + digits(text, 2),
    digits(text, 5) - 1,
    day,
    digits(text, 11),
    digits(text, 14),
    digits(text, 17),
  );
  // Date.UTC turns 30 February into a day in March.
  if (day > 28 && new Date(wall).getUTCDate() !== day) return null;
  return inRange(wall / 1000 - ahead);
}

/** Seconds by which a zone is ahead of UTC. */
function offset(zone: string): number {
  if (zone.length === 1) return 0;
  const minutes = zone.length > 3 ? digits(zone, zone.length - 2) : 0;
  const ahead = digits(zone, 1) * 3600 + minutes * 60;
  return zone.startsWith('-') ? -ahead : ahead;
}

/** Reads two digits; capture groups take four times as long, three times per payment. */
function digits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}
