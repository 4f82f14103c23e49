import type { CancelSignal } from '../../core/cancellation';
import type { PageReader } from './page-reader';
import type { Edge, Rows, RowRange } from './rows';

/** A stretch of the list, and between which rows of the server it belongs. */
export interface Gap {
  readonly list: RowRange;
  readonly server: RowRange;
  /** Something is wrong in it even though both have as many rows. */
  readonly isDoubtful: boolean;
}

/** What a repair works on; `total` is how many rows the server had when the gap was found. */
export interface Mending<Item> {
  readonly rows: Rows<Item>;
  readonly reader: PageReader<Item>;
  readonly total: number | null;
}

const lengthOf = (stretch: RowRange) => stretch.to - stretch.from;

/**
 * Makes a gap agree with the server. Each page read splits what is wrong in two, and a part with as
 * many rows as the server has there counts as right, so one lost row among ten thousand takes about
 * seven requests.
 *
 * @returns False when the server moved again meanwhile, or so far that nothing fits any more.
 */
export async function reconcile<Item>(
  { rows, reader, total }: Mending<Item>,
  gap: Gap,
  signal: CancelSignal,
): Promise<boolean> {
  const gaps = [gap];
  const { removals } = rows;
  for (;;) {
    const next = gaps.pop();
    if (!next) return true;
    const { list, server } = next;
    if (lengthOf(list) === lengthOf(server) && !next.isDoubtful) continue;
    if (lengthOf(server) <= 0) {
      rows.removeRange(list);
      continue;
    }
    const { offset, edge } = placeToLook(next, reader.pageSize);
    const size = Math.min(reader.pageSize, server.to - offset);
    const slice = await reader.read(offset, size, signal);
    if (!slice || slice.total !== total || rows.removals !== removals) return false;
    // Some servers give more than was asked for, on either side.
    const surplus = offset - slice.offset;
    if (surplus !== 0 && (surplus < 0 || total === null)) return false;
    const page = slice.rows.slice(surplus, surplus + server.to - offset);
    if (page.length === 0) return false;
    const end = offset + page.length;
    const isWhole = offset === server.from && end === server.to;
    const woven = rows.spliceRange(list, page, isWhole, edge);
    if (!woven) return false;
    if (isWhole) continue;
    const middle = list.from + woven.above;
    const below = middle + page.length;
    gaps.push(
      gapOf({ from: list.from, to: middle }, { from: server.from, to: offset }),
      gapOf({ from: below, to: below + woven.below }, { from: end, to: server.to }),
    );
  }
}

const gapOf = (list: RowRange, server: RowRange): Gap => ({ list, server, isDoubtful: false });

/** New rows come at the top, a row skipped is just above the page that skipped it, others are anywhere. */
function placeToLook(
  { list, server, isDoubtful }: Gap,
  pageSize: number,
): { offset: number; edge: Edge } {
  const bottom = Math.max(server.from, server.to - pageSize);
  if (isDoubtful) return { offset: bottom, edge: 'bottom' };
  const hasNewRows = lengthOf(server) > lengthOf(list);
  if (bottom === server.from || (hasNewRows && server.from === 0)) {
    return { offset: server.from, edge: 'top' };
  }
  return { offset: Math.floor((server.from + bottom) / 2), edge: 'none' };
}
