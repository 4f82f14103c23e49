import type { Compare } from './page';

/** In which order a server gives its rows; unknown while there were too few to tell. */
export type ServerOrder = 'unknown' | 'newest-first' | 'oldest-first';

// Rows with equal or missing times may stand either way round without the server having turned.
const CLEARLY = 4;

/**
 * The order that `rows` are in, as far as neighbours agree on one.
 *
 * @param believed - What was found out before; it takes more than a pair of rows to give that up.
 */
export function orderOf<Item>(
  rows: readonly (Item | null)[],
  compare: Compare<Item>,
  believed: ServerOrder,
): ServerOrder {
  let falling = 0;
  let rising = 0;
  let above: Item | null = null;
  for (const row of rows) {
    if (row === null) continue;
    const turn = above === null ? 0 : compare(above, row);
    if (turn < 0) falling++;
    if (turn > 0) rising++;
    above = row;
  }
  const enough = believed === 'unknown' ? 1 : CLEARLY;
  if (rising >= enough && rising > CLEARLY * falling) return 'oldest-first';
  if (falling >= enough && falling > CLEARLY * rising) return 'newest-first';
  return believed;
}
