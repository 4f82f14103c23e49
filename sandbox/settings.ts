import { type ClockSetting, parseClock } from './clock';
import type { Dialect } from './dialects/dialect';
import type { FilterName } from './order-query';

/** How the sandbox behaves; each of these can be given at the start and changed through the control API. */
export interface Settings {
  /** Same seed, count and clock: same orders. */
  seed: number;
  /** How many orders user 1 has; the others have fewer. */
  count: number;
  dialect: Dialect;
  now: ClockSetting;
  /** False: `order_by` is accepted and ignored, and lists are oldest-first. */
  honourOrderBy: boolean;
  /** Filters that are accepted and ignored: every order passes them. */
  ignoredFilters: readonly FilterName[];
  /** The largest page granted, whatever `limit` asks for. */
  maxLimit: number;
  /** What `meta.total_count` says: the truth, nothing, or this number. */
  totalCount: 'exact' | 'missing' | number;
  /** How long every answer is held back. */
  latencyMs: number;
}

/** Settings as someone writes them: any of them, the clock also as ISO 8601. */
export interface SettingsChange extends Partial<Omit<Settings, 'now'>> {
  now?: string | number;
}

/** What holds where nothing else is asked for. */
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
 * The settings after a change.
 *
 * @throws RangeError for a clock that cannot be read.
 */
export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  const { now, ...rest } = change;
  return { ...settings, ...rest, now: now === undefined ? settings.now : parseClock(now) };
}
