/** The sandbox's clock: `real`, or a fixed time in epoch seconds. */
export type ClockSetting = 'real' | number;

const zonedIso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Parses a clock setting: `real`, epoch seconds, or ISO 8601 with a zone (`2024-05-01T12:00:00+08:00`).
 *
 * @throws RangeError for any other value.
 */
export function parseClock(value: string | number): ClockSetting {
  if (value === 'real') return 'real';
  const text = String(value);
  const seconds = /^\d{1,11}$/.test(text)
    ? Number(text)
    : zonedIso.test(text)
      ? Math.floor(Date.parse(text) / 1000)
      : Number.NaN;
  if (!(seconds >= 0)) {
    throw new RangeError(
      `now must be "real", epoch seconds, or ISO 8601 with a zone such as 2024-05-01T12:00:00+08:00, got "${text}"`,
    );
  }
  return seconds;
}

/** The current time of a clock, in epoch seconds. */
export function readClock(clock: ClockSetting): number {
  return clock === 'real' ? Math.floor(Date.now() / 1000) : clock;
}
