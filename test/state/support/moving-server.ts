import type { Page, PageRange, Source } from '../../../miniprogram/state/paging/source';
import type { VirtualClock } from './virtual-clock';

/** A row of the model. Paging must not mix up, lose or repeat any. */
export interface Entry {
  readonly key: string;
  /** The list that has it. */
  readonly list: string;
  /** Null like an order without a time of creation: shown last. */
  readonly time: number | null;
  readonly text: number;
}

/** How a server answers. */
export interface ServerHabits {
  readonly order: 'honoured' | 'ignored';
  /** Number of rows granted for a number of rows asked for. */
  readonly grant: (asked: number) => number;
  /** Whether `limit` is the number granted; otherwise it repeats the number asked for. */
  readonly tellsGrant: boolean;
  readonly total: 'exact' | 'missing' | 'zero' | 'too many';
  /** Whether the service cannot read a row. */
  readonly isUnreadable: (entry: Entry) => boolean;
  /** The sources' `isShown`. */
  readonly isShown?: ((entry: Entry) => boolean) | undefined;
  /** Number of lists that make up a tab, one source each. */
  readonly listsPerTab: 1 | 2;
}

export const WELL_BEHAVED: ServerHabits = {
  order: 'honoured',
  grant: (asked) => asked,
  tellsGrant: true,
  total: 'exact',
  isUnreadable: () => false,
  listsPerTab: 1,
};

/** Number of an entry, which grows with each one made. */
export const numberOf = ({ key }: Entry) => Number(key.split('-')[1]);

/** The tab of an entry. */
export const tabOf = ({ list }: Entry) => list.split('/')[0];

/** Display order: newest first, without a time last, equal times by key. */
export function newestFirst(a: Entry, b: Entry): number {
  if (a.time !== b.time) {
    if (a.time === null) return 1;
    return b.time === null ? -1 : b.time - a.time;
  }
  return a.key < b.key ? 1 : -1;
}

export const entryTraits = {
  keyOf: (entry: Entry) => entry.key,
  compare: newestFirst,
  sameItem: (a: Entry, b: Entry) => a.text === b.text && a.time === b.time && a.list === b.list,
};

/** The conditions of one request. */
export interface RequestConditions {
  /** Time until the answer, in milliseconds. */
  readonly latency: number;
  readonly fails: boolean;
}

/** A server whose lists change while they are read. */
export class MovingServer {
  readonly asked: (PageRange & { list: string })[] = [];
  readonly answered = new Map<string, number>();
  inFlight = 0;
  mostInFlight = 0;
  nextConditions: () => RequestConditions = () => ({ latency: 100, fails: false });
  private readonly lists = new Map<string, Entry[]>();
  private made = 0;

  constructor(
    private readonly clock: VirtualClock,
    private readonly habits: ServerHabits = WELL_BEHAVED,
  ) {}

  /** The lists that make up a tab. */
  listsOf(tab: string): string[] {
    return this.habits.listsPerTab === 1 ? [tab] : [tab, `${tab}/2`];
  }

  /** The rows of a list, newest first. */
  list(name = 'all'): Entry[] {
    const list = this.lists.get(name) ?? [];
    this.lists.set(name, list);
    return list;
  }

  /** What a user should see of a tab. */
  shown(tab = 'all'): Entry[] {
    const { isUnreadable, isShown = () => true } = this.habits;
    return this.listsOf(tab)
      .flatMap((list) => this.list(list))
      .filter((entry) => !isUnreadable(entry) && isShown(entry))
      .sort(newestFirst);
  }

  /** Adds rows to the lists of a tab in turn. */
  fill(count: number, tab = 'all'): this {
    const lists = this.listsOf(tab);
    for (let i = 0; i < count; i++) this.insert(lists[i % lists.length]);
    return this;
  }

  insert(list = 'all', time: number | null = this.made + 1): Entry {
    const key = `${list}-${String(++this.made).padStart(6, '0')}`;
    const entry = { key, list, time, text: 0 };
    this.list(list).push(entry);
    this.list(list).sort(newestFirst);
    return entry;
  }

  remove(index: number, list = 'all'): void {
    this.list(list).splice(index, 1);
  }

  change(index: number, list = 'all'): void {
    const rows = this.list(list);
    const entry = rows[index];
    if (entry) rows[index] = { ...entry, text: entry.text + 1 };
  }

  /** The sources of a tab. */
  sources(tab = 'all'): Source<Entry>[] {
    return this.listsOf(tab).map((list) => this.source(list));
  }

  /** Reads a list. The answer is the list halfway between request and arrival; it comes even if cancelled. */
  source(list: string): Source<Entry> {
    const { isShown } = this.habits;
    return {
      ...(isShown && { isShown }),
      fetchPage: (range, signal) =>
        new Promise((resolve, reject) => {
          const { latency, fails } = this.nextConditions();
          this.asked.push({ ...range, list });
          this.mostInFlight = Math.max(this.mostInFlight, ++this.inFlight);
          let isInFlight = true;
          const land = () => {
            if (isInFlight) this.inFlight--;
            isInFlight = false;
          };
          signal.onCancel(land);
          this.clock.after(latency / 2, () => {
            const page = this.pageOf(range, list);
            this.clock.after(latency / 2, () => {
              land();
              if (fails) return reject(new Error('connection reset'));
              this.answered.set(list, (this.answered.get(list) ?? 0) + 1);
              resolve(page);
            });
          });
        }),
    };
  }

  private pageOf({ offset, limit }: PageRange, name: string): Page<Entry> {
    const { order, grant, tellsGrant, isUnreadable } = this.habits;
    const list = this.list(name);
    const rows = order === 'honoured' ? list : [...list].reverse();
    const granted = grant(limit);
    const given = rows.slice(offset, offset + granted);
    const totalCount = this.totalOf(list.length);
    return {
      rows: given.map((entry) => (isUnreadable(entry) ? null : entry)),
      isLast:
        given.length < granted || (totalCount !== null && offset + given.length >= totalCount),
      totalCount,
      limit: tellsGrant ? granted : limit,
    };
  }

  private totalOf(count: number): number | null {
    const totals = { exact: count, missing: null, zero: 0, 'too many': count + 7 };
    return totals[this.habits.total];
  }
}
