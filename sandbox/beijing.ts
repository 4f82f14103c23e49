const eightHours = 8 * 3600;

function wall(epochSeconds: number): string {
  return new Date((epochSeconds + eightHours) * 1000).toISOString();
}

/** The hour 0–23 that a clock in Beijing shows. */
export function beijingHour(epochSeconds: number): number {
  return Math.floor((epochSeconds + eightHours) / 3600) % 24;
}

/**
 * Beijing time as Python prints a naive datetime: `2019-09-18T15:09:13.207662`.
 *
 * Like Python it leaves the fraction out when there are no microseconds.
 */
export function beijingIso(epochSeconds: number, microseconds: number): string {
  const whole = wall(epochSeconds).slice(0, 19);
  return microseconds === 0 ? whole : `${whole}.${String(microseconds).padStart(6, '0')}`;
}

/** Beijing time as WeChat Pay writes it: `20200320175220`. */
export function beijingDigits(epochSeconds: number): string {
  return wall(epochSeconds).slice(0, 19).replace(/\D/g, '');
}
