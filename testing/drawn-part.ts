import type { Driver, Element } from './client';

/** The drawn part of the list in px from its top, and the height of the whole list. */
export interface DrawnPart {
  from: number;
  to: number;
  height: number;
}

/** What is drawn below the top of the screen, at least, in px: more than the height of a phone. */
const MIN_DRAWN = 1000;

/** The height of the screen, or more, in px. */
export const screenHeightOf = async ({ miniProgram }: Driver): Promise<number> => {
  const { windowHeight } = (await miniProgram.callWxMethod('getWindowInfo')) as {
    windowHeight: number;
  };
  return Math.max(MIN_DRAWN, windowHeight);
};

/** Reads the drawn part of a history. */
export const windowOf = async (history: Element): Promise<DrawnPart> => {
  const [from, to, height] = await Promise.all(
    ['from', 'to', 'height'].map((name) => history.data(name) as Promise<number>),
  );
  return { from: from ?? 0, to: to ?? 0, height: height ?? 0 };
};

/** Distance of each chunk from the list's top in px, in the order of their elements. */
export const chunkTops = async (history: Element): Promise<number[]> => {
  const [order, slots] = await Promise.all([history.data('order'), history.data('slots')]);
  return (order as number[]).map((slot) => (slots as { top: number }[])[slot]?.top ?? NaN);
};

/** Whether no page follows by itself: also in an empty list, and where a search asks before it reads on. */
export const hasEnded = async (history: Element): Promise<boolean> => {
  const [phase, footer] = await Promise.all([history.data('phase'), history.data('footer')]);
  if (phase === 'idle' || phase === 'loading') return false;
  // Before the next page is requested nothing stands below rows that are all hidden.
  return footer === 'none' ? (await history.$('notice')) !== null : footer !== 'loading';
};
