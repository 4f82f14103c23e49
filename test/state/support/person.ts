import { createPaging, type Paging } from '../../../miniprogram/state/paging/paging';
import { canLoadMore } from '../../../miniprogram/state/paging/paging-state';
import { entryTraits, newestFirst, tabOf, type Entry, type MovingServer } from './moving-server';
import type { VirtualClock } from './virtual-clock';

/** A user of a list, who checks after every change that it is not wrong. */
export class Person {
  readonly paging: Paging<Entry>;
  tab = 'all';
  private readonly promises: { settled: boolean }[] = [];
  private generation = 0;

  constructor(
    private readonly server: MovingServer,
    private readonly clock: VirtualClock,
    limits: { limit?: number; laterLimit?: number } = {},
  ) {
    this.paging = createPaging({ sources: server.sources(), ...entryTraits, ...limits });
    this.paging.subscribe(() => this.look());
  }

  get keys(): string[] {
    return this.paging.state.items.map((entry) => entry.key);
  }

  /** Remembers a promise, which must settle in the end. */
  watch(promise: Promise<void>): Promise<void> {
    const watched = { settled: false };
    this.promises.push(watched);
    return promise.then(() => void (watched.settled = true));
  }

  refresh = () => this.watch(this.paging.refresh());
  recheck = () => this.watch(this.paging.recheck());
  loadMore = (pages?: number) => this.watch(this.paging.loadMore(pages));
  retry = () => this.watch(this.paging.retry());

  switchTo(tab: string): Promise<void> {
    this.tab = tab;
    return this.watch(this.paging.replaceSource(this.server.sources(tab)));
  }

  /** Lets all answers arrive that are under way. */
  async wait(): Promise<void> {
    await this.clock.passAll();
  }

  /** Scrolls until there is nothing more; fails when there is no end. */
  async scrollToEnd(pages = 1): Promise<void> {
    await this.wait();
    for (let i = 0; canLoadMore(this.paging.state); i++) {
      if (i > 500) throw new Error('the list has no end');
      void this.loadMore(pages);
      await this.wait();
    }
  }

  unsettled(): number {
    return this.promises.filter(({ settled }) => !settled).length;
  }

  /** Throws on anything that no state may show, not even for a moment. */
  private look(): void {
    const { items, confirmed, generation, phase } = this.paging.state;
    const keys = new Set(items.map((entry) => entry.key));
    if (keys.size !== items.length) throw new Error('a row is there twice');
    if (items.some((entry) => tabOf(entry) !== this.tab)) throw new Error('a row of another tab');
    if (items.some((entry, i) => i > 0 && newestFirst(items[i - 1] as Entry, entry) > 0)) {
      throw new Error('rows are out of order');
    }
    if (confirmed > items.length) throw new Error('more is confirmed than there is');
    if (generation < this.generation) throw new Error('the generation went back');
    this.generation = generation;
    const isAnswered = this.server
      .listsOf(this.tab)
      .every((list) => this.server.answered.get(list));
    if (phase === 'ready' && !isAnswered) throw new Error('ready before this tab was answered');
  }
}
