/** A moment on the clock in Beijing; `month` counts from 1. */
export interface BeijingTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const BEIJING_OFFSET = 8 * 3600;
const END_OF_YEAR_9999 = 253_402_300_799;
/** From here on a number counts milliseconds: as seconds it would be after the year 5000. */
const FIRST_MILLISECONDS = 1e11;

/** Fourteen digits would be a calendar stamp of WeChat's (yyyyMMddHHmmss), never an epoch. */
const EPOCH = /^\d{1,13}$/;
const WALL =
  '[1-9]\\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])[Tt ](?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:[.,]\\d+)?';
const STAMP = /^\d{14}$/;
/** Apart from the zoned spelling because it is the usual one, and a test is faster than a match. */
const NAIVE = new RegExp(`^${WALL}$`);
const ZONED = new RegExp(`^${WALL}([Zz]|[+-][01]\\d:?[0-5]\\d)$`);

/**
 * Reads a moment in any spelling of the wire: epoch seconds, epoch milliseconds (from 1e11 on) or ISO 8601.
 *
 * ISO without a zone is Beijing time (UTC+8), which is what Hydrogen writes; `new Date` would read it
 * as the phone's own time.
 *
 * @returns Whole seconds since the Unix epoch, or null for what is no moment between 1970 and 9999.
 */
export function parseTime(value: unknown): number | null {
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string') return null;
  if (NAIVE.test(value)) return fromWall(value, BEIJING_OFFSET);
  const text = value.trim();
  if (EPOCH.test(text)) return fromNumber(Number(text));
  const zone = ZONED.exec(text);
  if (zone) return fromWall(text, offset(zone[1] as string));
  return NAIVE.test(text) ? fromWall(text, BEIJING_OFFSET) : null;
}

/**
 * Reads the stamp of a payment as WeChat Pay writes it, in Beijing time: `20200320175220`.
 *
 * @returns Seconds since the Unix epoch, or null.
 */
export function parseStamp(value: unknown): number | null {
  if (typeof value !== 'string' || !STAMP.test(value)) return null;
  const at = (from: number) => value.slice(from, from + 2);
  return parseTime(`${value.slice(0, 4)}-${at(4)}-${at(6)} ${at(8)}:${at(10)}:${at(12)}`);
}

/** The clock in Beijing at a moment, wherever the phone is and whatever its settings are. */
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

function fromNumber(value: number): number | null {
  return known(Math.floor(value >= FIRST_MILLISECONDS ? value / 1000 : value));
}

function known(seconds: number): number | null {
  return seconds >= 0 && seconds <= END_OF_YEAR_9999 ? seconds : null;
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
  // Date.UTC rolls 30 February over into March instead of refusing it.
  if (day > 28 && new Date(wall).getUTCDate() !== day) return null;
  return known(wall / 1000 - ahead);
}

/** Seconds a zone is ahead of UTC. */
function offset(zone: string): number {
  if (zone.length === 1) return 0;
  const ahead = digits(zone, 1) * 3600 + digits(zone, zone.length - 2) * 60;
  return zone.startsWith('-') ? -ahead : ahead;
}

/** The two digits at a place; captures would take four times as long, three times per payment. */
function digits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}
