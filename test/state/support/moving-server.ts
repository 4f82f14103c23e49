import type { FetchPage, PageRange } from '../../../miniprogram/state/paging/page';
import type { VirtualClock } from './virtual-clock';

/** A row of the model: what paging must not mix up, lose or show twice. */
export interface Entry {
  readonly key: string;
  readonly tab: string;
  /** Null like an order without a time of creation: shown last. */
  readonly time: number | null;
  readonly text: number;
}

/** How a server keeps to what it is asked for. */
export interface ServerHabits {
  readonly order: 'honoured' | 'ignored';
  /** Rows given at a time for so many asked for. */
  readonly grant: (asked: number) => number;
  /** Whether `limit` tells what is granted, or repeats what was asked for. */
  readonly tellsGrant: boolean;
  readonly total: 'exact' | 'missing' | 'zero' | 'too many';
  /** Rows that the service cannot read. */
  readonly isUnreadable: (entry: Entry) => boolean;
}

export const GOOD_HABITS: ServerHabits = {
  order: 'honoured',
  grant: (asked) => asked,
  tellsGrant: true,
  total: 'exact',
  isUnreadable: () => false,
};

/** Display order: newest first, without a time last, the key decides between equals. */
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
  sameItem: (a: Entry, b: Entry) => a.text === b.text && a.time === b.time && a.tab === b.tab,
};

/** What becomes of the next requests: how long each takes, in ms, and whether it fails. */
export type Weather = () => { latency: number; fails: boolean };

/** A server whose lists, one for each tab, change while they are read. */
export class MovingServer {
  readonly asked: (PageRange & { tab: string })[] = [];
  readonly answered = new Map<string, number>();
  inFlight = 0;
  mostInFlight = 0;
  weather: Weather = () => ({ latency: 100, fails: false });
  private readonly lists = new Map<string, Entry[]>();
  private made = 0;

  constructor(
    private readonly clock: VirtualClock,
    private readonly habits: ServerHabits = GOOD_HABITS,
  ) {}

  /** The rows of a tab, newest first, as nobody can see them at once. */
  list(tab = 'all'): Entry[] {
    const list = this.lists.get(tab) ?? [];
    this.lists.set(tab, list);
    return list;
  }

  /** What a person should see of a tab. */
  readable(tab = 'all'): Entry[] {
    return this.list(tab).filter((entry) => !this.habits.isUnreadable(entry));
  }

  fill(count: number, tab = 'all'): this {
    for (let i = 0; i < count; i++) this.insert(tab);
    return this;
  }

  insert(tab = 'all', time: number | null = this.made + 1): Entry {
    const key = `${tab}-${String(++this.made).padStart(6, '0')}`;
    const entry = { key, tab, time, text: 0 };
    this.list(tab).push(entry);
    this.list(tab).sort(newestFirst);
    return entry;
  }

  remove(index: number, tab = 'all'): void {
    this.list(tab).splice(index, 1);
  }

  change(index: number, tab = 'all'): void {
    const list = this.list(tab);
    const entry = list[index];
    if (entry) list[index] = { ...entry, text: entry.text + 1 };
  }

  /** Reads a tab. The answer is what was there halfway between question and arrival; it comes even if cancelled. */
  source(tab = 'all'): FetchPage<Entry> {
    return (range, signal) =>
      new Promise((resolve, reject) => {
        const { latency, fails } = this.weather();
        this.asked.push({ ...range, tab });
        this.mostInFlight = Math.max(this.mostInFlight, ++this.inFlight);
        let isInFlight = true;
        const land = () => {
          if (isInFlight) this.inFlight--;
          isInFlight = false;
        };
        signal.onCancel(land);
        this.clock.after(latency / 2, () => {
          const page = this.pageOf(range, tab);
          this.clock.after(latency / 2, () => {
            land();
            if (fails) return reject(new Error('connection reset'));
            this.answered.set(tab, (this.answered.get(tab) ?? 0) + 1);
            resolve(page);
          });
        });
      });
  }

  private pageOf({ offset, limit }: PageRange, tab: string) {
    const { order, grant, tellsGrant, isUnreadable } = this.habits;
    const list = this.list(tab);
    const rows = order === 'honoured' ? list : [...list].reverse();
    const granted = grant(limit);
    const given = rows.slice(offset, offset + granted);
    const total = this.totalOf(list.length);
    return {
      items: given.filter((entry) => !isUnreadable(entry)),
      isLast: given.length < granted || (total !== null && offset + given.length >= total),
      total,
      limit: tellsGrant ? granted : limit,
      received: given.length,
    };
  }

  private totalOf(count: number): number | null {
    const told = { exact: count, missing: null, zero: 0, 'too many': count + 7 };
    return told[this.habits.total];
  }
}
