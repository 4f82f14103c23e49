import { createPrefetch, type Prefetch } from '../../../miniprogram/state/window/prefetch';

const ROW_PX = 76;
const SCREEN_ROWS = 11;
const FRAME_MS = 16;
const PAGE = 100;

let prefetch: Prefetch;

beforeEach(() => {
  prefetch = createPrefetch({ isOn: true });
});

describe('standing still', () => {
  it('requests the second page when the first is on screen', () => {
    prefetch.reach(SCREEN_ROWS - 1, 0);
    expect(prefetch.pagesWanted({ rows: 20, pageSize: 100 })).toBe(1);
  });

  it('requests nothing while enough rows are ready', () => {
    prefetch.reach(SCREEN_ROWS - 1, 0);
    expect(prefetch.pagesWanted({ rows: 120, pageSize: 100 })).toBe(0);
  });
});

describe('scrolling', () => {
  it('requests a page earlier at a higher speed', () => {
    prefetch.measured(1000);
    prefetch.reach(10, 0);
    prefetch.reach(11, 100);
    expect(prefetch.pagesWanted({ rows: 170, pageSize: 100 })).toBe(0);
    prefetch.reach(21, 200);
    expect(prefetch.pagesWanted({ rows: 170, pageSize: 100 })).toBe(1);
  });

  it('requests a page earlier when answers are slower', () => {
    const quick = createPrefetch({ isOn: true });
    for (const [one, latency] of [
      [prefetch, 1000],
      [quick, 100],
    ] as const) {
      one.measured(latency);
      one.reach(10, 0);
      one.reach(18, 100);
    }
    expect(prefetch.pagesWanted({ rows: 120, pageSize: 100 })).toBe(1);
    expect(quick.pagesWanted({ rows: 120, pageSize: 100 })).toBe(0);
  });

  it('remembers a slow answer for the next four', () => {
    const wanted = (answers: number) => {
      const one = createPrefetch({ isOn: true });
      one.measured(1000);
      for (let nth = 0; nth < answers; nth++) one.measured(100);
      one.reach(10, 0);
      one.reach(18, 100);
      return one.pagesWanted({ rows: 120, pageSize: 100 });
    };
    expect([wanted(4), wanted(5)]).toEqual([1, 0]);
  });

  it('requests two pages when one is not enough', () => {
    prefetch.measured(1000);
    prefetch.reach(10, 0);
    prefetch.reach(18, 100);
    expect(prefetch.pagesWanted({ rows: 20, pageSize: 100 })).toBe(2);
  });

  it('forgets a fling after some measurements', () => {
    prefetch.measured(1000);
    prefetch.reach(10, 0);
    prefetch.reach(18, 100);
    expect(prefetch.pagesWanted({ rows: 170, pageSize: 100 })).toBe(0);
    prefetch.reach(30, 200);
    expect(prefetch.pagesWanted({ rows: 182, pageSize: 100 })).toBe(1);
    for (let i = 1; i < 12; i++) prefetch.reach(30, 200 + i * 100);
    expect(prefetch.pagesWanted({ rows: 182, pageSize: 100 })).toBe(0);
  });

  it('up requests nothing', () => {
    prefetch.measured(200);
    prefetch.reach(90, 0);
    prefetch.reach(20, 100);
    expect(prefetch.pagesWanted({ rows: 120, pageSize: 100 })).toBe(0);
  });

  it('counts a jump as the fastest fling', () => {
    prefetch.measured(100);
    prefetch.reach(10, 0);
    prefetch.reach(5000, 1);
    expect(prefetch.pagesWanted({ rows: 5060, pageSize: 100 })).toBe(0);
  });
});

describe('limits', () => {
  it('never loads more than three pages below the screen', () => {
    prefetch.measured(60_000);
    prefetch.reach(0, 0);
    prefetch.reach(100, 1000);
    for (const pageSize of [1, 5, 20, 100]) {
      for (let rows = 0; rows < 800; rows++) {
        const beyond = rows - 101 + prefetch.pagesWanted({ rows, pageSize }) * pageSize;
        const atTheEnd = rows <= 101;
        if (rows > 101 + 3 * pageSize) expect(prefetch.pagesWanted({ rows, pageSize })).toBe(0);
        else if (!atTheEnd) expect(beyond).toBeLessThanOrEqual(3 * pageSize);
      }
    }
  });

  it('forgets the speed after a reset', () => {
    prefetch.measured(1000);
    prefetch.reach(10, 0);
    prefetch.reach(90, 100);
    prefetch.reset();
    prefetch.reach(6, 200);
    expect(prefetch.pagesWanted({ rows: 160, pageSize: 100 })).toBe(0);
  });
});

describe('switched off', () => {
  it('requests a page only at the last row', () => {
    prefetch = createPrefetch({ isOn: false });
    prefetch.reach(18, 0);
    expect(prefetch.pagesWanted({ rows: 20, pageSize: 100 })).toBe(0);
    prefetch.reach(19, 100);
    expect(prefetch.pagesWanted({ rows: 20, pageSize: 100 })).toBe(1);
  });
});

describe('a user who begins to scroll one latency and 100 ms after the first page', () => {
  /** Longest time, in ms, during which a user at `speed` px/s sees no row where one belongs. */
  function longestWait(speed: number, latency: number): number {
    const prefetch = createPrefetch({ isOn: true });
    let rows = 20;
    let coming: readonly { readonly landing: number }[] = [];
    let row = SCREEN_ROWS - 1;
    let measuredRow = row;
    let wait = 0;
    let longest = 0;
    prefetch.measured(latency);
    prefetch.reach(row, 0);
    for (let now = 0; now < 60_000; now += FRAME_MS) {
      if (now >= (coming[0]?.landing ?? Infinity)) {
        coming = coming.slice(1);
        rows += PAGE;
        prefetch.measured(latency);
      }
      if (now >= latency + 100) row += (speed / ROW_PX / 1000) * FRAME_MS;
      wait = row > rows - 1 ? wait + FRAME_MS : 0;
      longest = Math.max(longest, wait);
      row = Math.min(row, rows - 1);
      // The position is measured only when a chunk of twenty rows comes near the screen.
      if (row - measuredRow >= 20) {
        prefetch.reach(Math.floor(row), now);
        measuredRow = row;
      }
      while (coming.length < prefetch.pagesWanted({ rows, pageSize: PAGE }))
        coming = [...coming, { landing: now + latency }];
    }
    return longest;
  }

  it.each([
    [1500, 100],
    [1500, 300],
    [1500, 1000],
    [3000, 100],
    [3000, 300],
    [3000, 1000],
    [8000, 100],
    [8000, 300],
    [8000, 1000],
  ])('never waits at %d px/s with %d ms of latency', (speed, latency) => {
    expect(longestWait(speed, latency)).toBe(0);
  });
});
