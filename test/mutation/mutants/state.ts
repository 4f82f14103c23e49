import { mutantsOf, type Mutant } from '../mutant';

const PAGING = ['state/paging/paging', 'state/paging/paging-races', 'state/paging/paging-changes'];
const MERGED = ['state/paging/merged-sources', 'state/paging/sifted-sources'];
const MODEL = ['state/paging/paging-model'];

/** Faults in miniprogram/state. */
export const STATE: readonly Mutant[] = [
  ...mutantsOf('miniprogram/state/paging/items.ts', [...PAGING, ...MODEL], {
    'a list is shown in the order of the server': [
      'isSorted ? readable : [...readable].sort(compare)',
      'readable',
    ],
  }),
  ...mutantsOf('miniprogram/state/paging/list-loader.ts', [...PAGING, ...MODEL], {
    'a list that has moved is not reconciled': [
      'if (above === slice.offset && !isDoubtful) return onMerged();',
      'if (above >= 0) return onMerged();',
    ],
    'a row that was removed stays in the total': ['if (isRemoved && total !== null) total--;', ''],
    'rows below a refreshed page stay current after a change': [
      'const isExplained = total === null || before.total === null || total - before.total === grown;',
      'const isExplained = true;',
    ],
    'a superseded page is merged': [
      'const slice = await reading;\n        throwIfSuperseded(signal);',
      'const slice = await reading;',
    ],
    'a row never shows that a list has not moved': [
      'if (rows.confirmed === 0 || !rows.hasAnchor || pageSize < 2) return false;',
      'if (pageSize > 0) return false;',
    ],
  }),
  ...mutantsOf('miniprogram/state/paging/merged.ts', MERGED, {
    'an item without a time hides where its source ends': [
      '(at > 0 && parts.length > 1 && !isPlaced(item))',
      'false',
    ],
    'a row of two sources is shown twice': ['keys.has(keyOf(newest)) || ', ''],
    'a list goes on below a source that was not read': [
      'if (isEnd && !isWhole) return { items, stoppedBy: loader };',
      '',
    ],
    'a row that is not to be shown is shown': [
      ' || parts[from]?.isShown?.(newest) === false) continue;',
      ') continue;',
    ],
    'a list with one failed source has succeeded': [
      'if (failures.length > 0) throw failures[0];',
      '',
    ],
    'the total counts rows that are not shown': [
      'if (merged.some(({ isShown }) => isShown)) return null;',
      '',
    ],
  }),
  ...mutantsOf('miniprogram/state/paging/oldest-first.ts', [...PAGING, ...MODEL], {
    'a server of the other order is not recognised': [
      "return order === 'oldest-first';",
      'return false;',
    ],
    'rows are counted from the wrong end': ['rows: [...rows].reverse(),', 'rows,'],
  }),
  ...mutantsOf('miniprogram/state/paging/page-reader.ts', [...PAGING, ...MODEL], {
    'a total that cannot be true is believed': ['isTotalCredible = false;\n', '\n'],
    'a smaller page is asked for again and again': [
      'if (granted < asked) pageSize = Math.min',
      'if (granted < 0) pageSize = Math.min',
    ],
    'a short page is not the end': [
      'isHintedLast || isShort : !hasMore',
      'isHintedLast : !hasMore',
    ],
  }),
  ...mutantsOf('miniprogram/state/paging/paging.ts', PAGING, {
    'a page that was under way undoes an update': ['if (runs.settled) changes.push(change);', ''],
    'an update is made in the list of another user': [
      'changes = [];\n      isFirst = true;',
      'isFirst = true;',
    ],
    'a failed refresh is not repeated': [
      "state.phase === 'failed' || state.phase === 'refresh-failed'",
      "state.phase === 'failed'",
    ],
    'a run goes on after the list is gone': [
      'changed.clear();\n      runs.cancel();',
      'changed.clear();',
    ],
    'another source counts as the same list': ['generation: state.generation + 1 };', '};'],
    'a second page is read at the same time': [
      'loader.want(pages);\n      return runs.settled;',
      'loader.want(pages);',
    ],
  }),
  ...mutantsOf('miniprogram/state/paging/read-ahead.ts', ['state/paging/read-ahead', ...PAGING], {
    'a page that is read ahead fails the process': ['slice.catch(() => undefined);', ''],
    'a page of another place is taken': ['ahead?.offset !== offset', '!ahead'],
    'a page that is read ahead is not cancelled': ['ahead?.cancellation.cancel();\n', '\n'],
  }),
  ...mutantsOf('miniprogram/state/paging/reconcile.ts', [...PAGING, ...MODEL], {
    'a list that moves meanwhile is reconciled': [
      'slice.total !== total || rows.removals !== removals',
      'rows.removals !== removals',
    ],
    'a row that is removed meanwhile is not noticed': [' || rows.removals !== removals', ''],
    'rows that the server no longer has stay': [
      'rows.removeRange(list);\n      continue;',
      'continue;',
    ],
  }),
  ...mutantsOf('miniprogram/state/paging/row-index.ts', ['state/paging/row-index'], {
    'rows that are appended after a change are not found': [
      'if (pending) pending = rows;',
      'if (pending) return;',
    ],
  }),
  ...mutantsOf('miniprogram/state/paging/rows.ts', [...PAGING, ...MODEL], {
    'an update undoes a newer state': [' || this.traits.isOlder?.(item, before)', ''],
    'a removed row counts as current': ['(index < this.confirmedRows ? 1 : 0)', '0'],
    'a key is in a page twice': ['key !== null && keys.has(key);', 'false;'],
    'a row that looks the same is replaced': [
      'known !== null && this.traits.sameItem(known, row) ? known : row',
      'row',
    ],
    'unreadable rows of a repeated page are there twice': [
      'Math.min(above - offset, countUnreadable(adopted))',
      '0',
    ],
    'a row that moved stays at its old place': ['.filter((_, i) => !moved.has(kept.from + i))', ''],
  }),
  ...mutantsOf('miniprogram/state/paging/runs.ts', ['state/paging/runs'], {
    'the result of a superseded run is taken': [
      '(result) => {\n          if (signal.cancelled) return;',
      '(result) => {',
    ],
    'the failure of a superseded run is shown': [
      '(error: unknown) => {\n          if (signal.cancelled) return;',
      '(error: unknown) => {',
    ],
  }),
  ...mutantsOf('miniprogram/state/window/prefetch.ts', ['state/window/prefetch'], {
    'pages are read ahead although that is off': ['if (!isOn) return ready <= 0 ? 1 : 0;', ''],
    'the speed of a jump counts': ['Math.min(MAX_SPEED, Math.max', 'Math.max(0, Math.max'],
    'pages far below the screen are read': ['Math.min(missing, allowed)', 'missing'],
    'a slow answer is forgotten at once': ['const MEMORY = 5;', 'const MEMORY = 1;'],
  }),
  ...mutantsOf('miniprogram/state/window/window.ts', ['state/window/window'], {
    'chunks below the end of the list are drawn': [
      'Math.min(first + count, chunks) - 1',
      'first + count - 1',
    ],
    'the first row of a month belongs to the month above': [
      'startOf(candidate) <= row',
      'startOf(candidate) < row',
    ],
    'headers have no height': [
      'startOf(group) * heights.row + group * heights.header',
      'startOf(group) * heights.row',
    ],
  }),
];
