const eightHours = 8 * 3600;

/** The time of a Beijing clock as ISO text; ignore its zone `Z`. */
function wallClockIso(epochSeconds: number): string {
  return new Date((epochSeconds + eightHours) * 1000).toISOString();
}

/** The hour of the day in Beijing, 0–23. */
export function beijingHour(epochSeconds: number): number {
  return Math.floor((epochSeconds + eightHours) / 3600) % 24;
}

/**
 * Formats Beijing time as Python prints a naive datetime: `2019-09-18T15:09:13.207662`.
 *
 * As in Python, zero microseconds leave no fraction.
 */
export function beijingIso(epochSeconds: number, microseconds: number): string {
  const whole = wallClockIso(epochSeconds).slice(0, 19);
  return microseconds === 0 ? whole : `${whole}.${String(microseconds).padStart(6, '0')}`;
}

/** Formats Beijing time as WeChat Pay does: `20200320175220`. */
export function beijingDigits(epochSeconds: number): string {
  return wallClockIso(epochSeconds).slice(0, 19).replace(/\D/g, '');
}
