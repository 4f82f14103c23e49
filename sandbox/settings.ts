import { type ClockSetting, parseClock } from './clock';
import type { Dialect } from './dialects/dialect';
import type { FilterName } from './order-query';

/** The largest `count`: user 1's orders that are seeded within seconds and fit in memory. */
export const maxCount = 200_000;

/** The behaviour of the sandbox, set at the start and changed through the control API. */
export interface Settings {
  /** Equal seed, count and clock give equal orders. */
  seed: number;
  /** Number of orders of user 1, at most {@link maxCount}; other users have fewer. */
  count: number;
  dialect: Dialect;
  now: ClockSetting;
  /** False: `order_by` is accepted and ignored, and lists are oldest first. */
  honourOrderBy: boolean;
  /** Filters that are accepted and ignored. */
  ignoredFilters: readonly FilterName[];
  /** The largest page; a higher `limit` is reduced to it. */
  maxLimit: number;
  /** `meta.total_count`: the exact count, no field, or this number. */
  totalCount: 'exact' | 'missing' | number;
  /** Delay of every answer in milliseconds. */
  latencyMs: number;
}

/** Some settings as a caller gives them; the clock may be ISO 8601. */
export interface SettingsChange extends Partial<Omit<Settings, 'now'>> {
  now?: string | number;
}

/** The default settings. */
export const defaultSettings: Settings = {
  seed: 1,
  count: 95,
  dialect: 'documented',
  now: 'real',
  honourOrderBy: true,
  ignoredFilters: [],
  maxLimit: 100,
  totalCount: 'exact',
  latencyMs: 0,
};

/**
 * Applies a change to settings.
 *
 * @throws RangeError for an invalid clock or a count above {@link maxCount}.
 */
export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  const { now, ...rest } = change;
  if (rest.count !== undefined && !(rest.count >= 0 && rest.count <= maxCount)) {
    throw new RangeError(`count must be an integer from 0 to ${maxCount}, got ${rest.count}`);
  }
  return { ...settings, ...rest, now: now === undefined ? settings.now : parseClock(now) };
}
