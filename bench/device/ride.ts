import type { Ride } from '../measures';
import { nextFrame } from './set-data';
import { topPage } from './shape';

/** What a list consists of in the document. */
export interface Places {
  /** As tall as all that is loaded. */
  readonly list: string;
  /** What has rows in it now. */
  readonly drawn: string;
  /** What scrolls, where it is not the page. */
  readonly scroller?: string;
}

const ROW = 76;
const FRAME = 1000 / 60;

interface Sight {
  /** Rows that belong on screen and are not there. */
  readonly missing: number;
  readonly isPlaceholder: boolean;
  readonly isEnd: boolean;
  readonly height: number;
}

const look = (places: Places): Sight => {
  const list = topPage().querySelector(places.list);
  if (!list) throw new Error(`${places.list} is not there`);
  const { top, bottom, height } = list.getBoundingClientRect();
  const [from, to] = [Math.max(0, top), Math.min(innerHeight, bottom)];
  const drawn = [...topPage().querySelectorAll(places.drawn)]
    .map((element) => element.getBoundingClientRect())
    .reduce((px, box) => px + Math.max(0, Math.min(to, box.bottom) - Math.max(from, box.top)), 0);
  return {
    missing: Math.max(0, to - from - drawn) / ROW,
    isPlaceholder: getComputedStyle(list).backgroundImage !== 'none',
    isEnd: bottom < innerHeight - 1,
    height,
  };
};

/** Scrolls the page at a steady speed and watches what each frame shows. */
export const rideThrough = async (
  places: Places,
  { speed, ms, rows }: { speed: number; ms: number; rows: number },
): Promise<Ride> => {
  const scroller = places.scroller
    ? topPage().querySelector(places.scroller)
    : document.scrollingElement;
  if (!scroller) throw new Error('nothing scrolls');
  const intervals: number[] = [];
  let [placeholderFrames, whiteFrames, missingRows, waited] = [0, 0, 0, 0];
  const begun = await nextFrame();
  const start = scroller.scrollTop;
  let [before, place] = [begun, start];
  while (before - begun < ms) {
    const now = await nextFrame();
    const passed = now - before;
    before = now;
    intervals.push(passed);
    place += (speed * passed) / 1000;
    scroller.scrollTop = place;
    const seen = look(places);
    // What cannot be scrolled to yet is not skipped: the person waits there.
    const isStopped = place > scroller.scrollTop + 1;
    place = Math.min(place, scroller.scrollTop + 1);
    if (seen.missing > 0.01) {
      if (seen.isPlaceholder) placeholderFrames += 1;
      else whiteFrames += 1;
    }
    missingRows = Math.max(missingRows, seen.missing);
    if ((seen.isEnd || isStopped) && seen.height < rows * ROW) waited += passed;
  }
  const sorted = [...intervals].sort((a, b) => a - b);
  return {
    frames: intervals.length,
    dropped: intervals.reduce((sum, one) => sum + Math.max(0, Math.round(one / FRAME) - 1), 0),
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
    ...{ placeholderFrames, whiteFrames, missingRows, waited },
    px: scroller.scrollTop - start,
  };
};
