/** What the prefetch goes by. */
export interface PrefetchOptions {
  /** Off: a page is asked for only when the person has come to the end of what is there. */
  readonly isOn: boolean;
}

/** What is there already. */
export interface Loaded {
  /** Rows that are there and current. */
  readonly rows: number;
  /** Rows that a page brings. */
  readonly pageSize: number;
}

/**
 * Says how many pages to ask for so that a person who scrolls never waits. It has no clock: whoever
 * asks says what time it is, in milliseconds.
 */
export interface Prefetch {
  /** The lowest row on screen is now this one; told whenever that changes. */
  reach(row: number, now: number): void;
  /** An answer took this long, in ms. */
  measured(latency: number): void;
  /** How many pages to ask for now, at most two. */
  pagesWanted(loaded: Loaded): 0 | 1 | 2;
  /** Another list: nothing is known of how it is scrolled. */
  reset(): void;
}

/** Rows kept ready below the screen even when nothing moves. */
const LEAST_ROWS = 40;
/** Pages beyond what the person has reached, at most. */
const MOST_PAGES = 3;
/** Rows per ms: a jump, as by a tap on a status bar, is no speed. */
const TOP_SPEED = 0.12;
/** Taken for the latency until one was measured, in ms. */
const UNKNOWN_LATENCY = 500;
/** Until a change of speed is noticed and a page that came is drawn, in ms. */
const DRAWING = 200;
/** Who scrolls may scroll faster in a moment. */
const MARGIN = 1.5;
/** Rows per ms that a fling from rest may have: it is over the reserve before it is measured. */
const FLING = 0.12;
/** How much of the speed is believed again when the person was slower since, for each measurement. */
const FADING = 0.7;
/** Answers whose slowest counts. */
const MEMORY = 5;

/** Makes a prefetch that knows nothing yet. */
export function createPrefetch({ isOn }: PrefetchOptions): Prefetch {
  let row = 0;
  let since: number | null = null;
  let speed = 0;
  let latencies: readonly number[] = [];

  function distance(): number {
    const latency = latencies.length > 0 ? Math.max(...latencies) : UNKNOWN_LATENCY;
    const soon = Math.max(FLING, speed * MARGIN) * (latency + DRAWING);
    return Math.max(LEAST_ROWS, Math.ceil(soon));
  }

  return {
    reach(to, now) {
      if (since !== null && now > since) {
        const measured = Math.min(TOP_SPEED, Math.max(0, to - row) / (now - since));
        speed = Math.max(measured, speed * FADING);
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
      const missing = Math.ceil((distance() - ready) / pageSize);
      // Who is at the end gets a page, however small the pages are.
      const allowed = Math.max(
        ready <= 0 ? 1 : 0,
        Math.floor((MOST_PAGES * pageSize - ready) / pageSize),
      );
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
