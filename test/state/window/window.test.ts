import { createOutline, liveChunks } from '../../../miniprogram/state/window/window';

const HEIGHTS = { row: 76, header: 44 };
const outline = (...sizes: number[]) => createOutline(sizes, HEIGHTS);
const many = (groups: number, size: number) =>
  outline(...Array.from({ length: groups }, () => size));
const RING = { chunk: 10, count: 6 };
const PHONE = 844;

describe('an outline', () => {
  it('is as high as its rows and headers', () => {
    expect(outline(3, 1).height).toBe(4 * 76 + 2 * 44);
    expect(outline().height).toBe(0);
    expect(many(100, 100).height).toBe(10_000 * 76 + 100 * 44);
  });

  it('puts rows below the headers of their group and of those before', () => {
    const list = outline(3, 1, 2);
    expect(list.topOf(0)).toBe(44);
    expect(list.topOf(2)).toBe(44 + 2 * 76);
    expect(list.topOf(3)).toBe(2 * 44 + 3 * 76);
    expect(list.topOf(5)).toBe(3 * 44 + 5 * 76);
    expect([0, 1, 2].map((group) => list.groupTop(group))).toEqual([0, 272, 392]);
    expect([0, 1, 2].map((group) => list.groupHeight(group))).toEqual([272, 120, 196]);
  });

  it('finds a row’s group', () => {
    const list = outline(3, 1, 2);
    const places = [0, 2, 3, 4, 5].map((row) => list.place(row));
    expect(places.map(({ group, index }) => [group, index])).toEqual([
      [0, 0],
      [0, 2],
      [1, 0],
      [2, 0],
      [2, 1],
    ]);
  });

  it('finds the row at any height; a header belongs to the row below it', () => {
    const list = outline(3, 1, 2);
    const rows = [-500, 0, 43, 44, 119, 120, 271, 272, 391, 392, 587, 9999];
    expect(rows.map((px) => list.rowAt(px))).toEqual([0, 0, 0, 0, 0, 1, 2, 3, 3, 4, 5, 5]);
  });

  it('finds every row of a long list at the height that it computes', () => {
    const list = outline(...Array.from({ length: 120 }, (_, group) => 1 + ((group * 37) % 150)));
    for (let row = 0; row < list.rows; row += 1) {
      expect(list.rowAt(list.topOf(row))).toBe(row);
      expect(list.rowAt(list.topOf(row) + 75)).toBe(row);
    }
  });
});

describe('live chunks', () => {
  const live = (list: ReturnType<typeof outline>, top: number, height = PHONE) => {
    const { first, last } = liveChunks(list, { top, height }, RING);
    return [first, last];
  };

  it('are as many above the middle of the screen as below it', () => {
    const list = outline(10_000);
    /** The viewport whose middle is at the top of a row. */
    const at = (row: number) => live(list, 44 + 76 * row - PHONE / 2);
    expect(at(200)).toEqual([17, 22]);
    expect(at(204)).toEqual([17, 22]);
    expect(at(205)).toEqual([18, 23]);
    expect(at(214)).toEqual([18, 23]);
  });

  it('are as many at both ends', () => {
    const list = outline(10_000);
    expect(live(list, 0)).toEqual([0, 5]);
    expect(live(list, -200)).toEqual([0, 5]);
    expect(live(list, list.height)).toEqual([994, 999]);
    expect(live(list, 1e9)).toEqual([994, 999]);
  });

  it('are all chunks of a short list, and none of an empty one', () => {
    expect(live(outline(10), 0)).toEqual([0, 0]);
    expect(live(outline(11), 0)).toEqual([0, 1]);
    expect(live(outline(), 0)).toEqual([0, -1]);
  });

  it('are known before the screen is measured', () => {
    expect(live(outline(500), 0, 0)).toEqual([0, 5]);
  });

  it('reach well beyond the screen at every position', () => {
    const list = many(100, 100);
    for (let top = 0; top <= list.height - PHONE; top += 333) {
      const { first, last } = liveChunks(list, { top, height: PHONE }, RING);
      const above = list.topOf(first * 10) - 44;
      const below = list.topOf(Math.min(last * 10 + 9, list.rows - 1)) + 76;
      expect(first === 0 || top - above >= 1100).toBe(true);
      expect(last === 999 || below - (top + PHONE) >= 1100).toBe(true);
    }
  });
});
