import type { Element } from './client';

/** The drawn part of the list in px from its top, and the height of the whole list. */
export interface DrawnPart {
  from: number;
  to: number;
  height: number;
}

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
