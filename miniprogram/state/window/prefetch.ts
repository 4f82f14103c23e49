/** Options of a prefetch. */
export interface PrefetchOptions {
  /** Whether pages are requested ahead; otherwise only when the user has reached the last row. */
  readonly isOn: boolean;
}

/** What is loaded. */
export interface Loaded {
  /** Number of rows that are loaded and current. */
  readonly rows: number;
  /** Number of rows in a page. */
  readonly pageSize: number;
}

/**
 * Computes how many pages to request so that a user who scrolls does not wait. It has no clock: the
 * caller passes the time. All times are milliseconds.
 */
export interface Prefetch {
  /** Notes that `row`, from 0, is now the lowest row on screen. */
  reach(row: number, now: number): void;
  /** Notes how long an answer took. */
  measured(latency: number): void;
  /** Number of pages to request now. */
  pagesWanted(loaded: Loaded): 0 | 1 | 2;
  /** Forgets the scrolling, for another list. */
  reset(): void;
}

/** Rows kept ready below the screen while nothing moves. */
const MIN_ROWS = 40;
/** Pages below the lowest row on screen, at most. */
const MAX_PAGES = 3;
/** Highest speed that counts, in rows per ms: a jump, such as a tap on the status bar, is faster. */
const MAX_SPEED = 0.12;
/** The latency before any was measured, in ms. */
const DEFAULT_LATENCY = 500;
/** Time until a change of speed is noticed and an answered page is drawn, in ms. */
const REACTION_MS = 200;
/** Factor for a user who is about to scroll faster. */
const MARGIN = 1.5;
/** Speed of a fling from rest, in rows per ms: it passes the ready rows before it is measured. */
const FLING = 0.12;
/** Factor of the highest speed for each later, slower measurement. */
const DECAY = 0.7;
/** Number of last answers of which the slowest counts. */
const MEMORY = 5;

/** Creates a prefetch without measurements. */
export function createPrefetch({ isOn }: PrefetchOptions): Prefetch {
  let row = 0;
  let since: number | null = null;
  let speed = 0;
  let latencies: readonly number[] = [];

  /** Rows that should be ready below the screen. */
  function reserve(): number {
    const latency = latencies.length > 0 ? Math.max(...latencies) : DEFAULT_LATENCY;
    const passed = Math.max(FLING, speed * MARGIN) * (latency + REACTION_MS);
    return Math.max(MIN_ROWS, Math.ceil(passed));
  }

  return {
    reach(to, now) {
      if (since !== null && now > since) {
        const measured = Math.min(MAX_SPEED, Math.max(0, to - row) / (now - since));
        speed = Math.max(measured, speed * DECAY);
      }
      row = to;
      since = now;
    },
    measured(latency) {
      latencies = [...latencies, latency].slice(-MEMORY);
    },
    pagesWanted({ rows, pageSize }) {
      const ready = rows - 1 - row;
      if (!isOn) return ready <= 0 ? 1 : 0;
      const missing = Math.ceil((reserve() - ready) / pageSize);
      const allowed = Math.floor((MAX_PAGES * pageSize - ready) / pageSize);
      const pages = Math.min(missing, allowed);
      return pages >= 2 ? 2 : pages === 1 ? 1 : 0;
    },
    reset() {
      row = 0;
      since = null;
      speed = 0;
    },
  };
}
