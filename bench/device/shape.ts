import type { Shape } from '../measures';

/** The page on top. */
export const topPage = (): Element => {
  const page = [...document.querySelectorAll('.device-page')].at(-1);
  if (!page) throw new Error('no page is open');
  return page;
};

/** The element that stands for it. */
export const pageRoot = (): Element => topPage().firstElementChild ?? topPage();

const depthOf = (element: Element): number =>
  1 + Math.max(0, ...[...element.children].map(depthOf));

const countTexts = (root: Element): number => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let count = 0;
  while (walker.nextNode()) count += 1;
  return count;
};

/** Counts the page on top, from its root, and measures its rows. */
export const shapeOf = (rowSelector: string): Shape => {
  const root = pageRoot();
  const all = [root, ...root.querySelectorAll('*')];
  const rows = [...root.querySelectorAll(rowSelector)];
  const heights = new Set(rows.map((row) => row.getBoundingClientRect().height));
  return {
    elements: all.length,
    texts: countTexts(root),
    mostChildren: all.reduce((most, { childElementCount: own }) => Math.max(most, own), 0),
    depth: depthOf(root),
    rows: rows.length,
    rowHeights: [...heights],
  };
};
