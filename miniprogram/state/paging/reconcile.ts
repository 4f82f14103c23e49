import type { CancelSignal } from '../../core/cancellation';
import type { ListReader } from './oldest-first';
import type { Edge, Rows, RowRange } from './rows';

/** A range of the list that differs from the server, and the server's rows that belong there. */
export interface Gap {
  readonly list: RowRange;
  readonly server: RowRange;
  /** Whether something is wrong although both have the same number of rows. */
  readonly isDoubtful: boolean;
}

/** What a reconciliation works on. */
export interface ReconcileInput<Item> {
  readonly rows: Rows<Item>;
  readonly reader: ListReader<Item>;
  /** Number of rows that the server had when the gap was found. */
  readonly total: number | null;
}

const lengthOf = (range: RowRange) => range.to - range.from;

/**
 * Makes a gap agree with the server. Each page that is read splits the gap in two, and a part with as
 * many rows as the server has there counts as right: one lost row among 10,000 takes about seven requests.
 *
 * @returns False when the server moved again meanwhile, or when its rows do not fit the list.
 */
export async function reconcile<Item>(
  { rows, reader, total }: ReconcileInput<Item>,
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
    const { offset, edge } = nextPage(next, reader.pageSize);
    const size = Math.min(reader.pageSize, server.to - offset);
    const slice = await reader.read(offset, size, signal);
    if (!slice || slice.total !== total || rows.removals !== removals) return false;
    // Some servers give more rows than were asked for, on either side.
    const surplus = offset - slice.offset;
    if (surplus !== 0 && (surplus < 0 || total === null)) return false;
    const page = slice.rows.slice(surplus, surplus + server.to - offset);
    if (page.length === 0) return false;
    const end = offset + page.length;
    const isWhole = offset === server.from && end === server.to;
    const spliced = rows.spliceRange(list, page, isWhole, edge);
    if (!spliced) return false;
    if (isWhole) continue;
    const middle = list.from + spliced.above;
    const below = middle + page.length;
    gaps.push(
      gapOf({ from: list.from, to: middle }, { from: server.from, to: offset }),
      gapOf({ from: below, to: below + spliced.below }, { from: end, to: server.to }),
    );
  }
}

const gapOf = (list: RowRange, server: RowRange): Gap => ({ list, server, isDoubtful: false });

/** New rows are at the top, a skipped row is just above the page that skipped it, others are anywhere. */
function nextPage(
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
