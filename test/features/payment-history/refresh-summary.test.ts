import {
  summarizeRefresh,
  refreshAndSummarize,
} from '../../../miniprogram/features/payment-history/refresh-summary';
import { ORDER_TRAITS } from '../../../miniprogram/features/shared/order-source';
import type { Order } from '../../../miniprogram/domain/order';
import { createPaging } from '../../../miniprogram/state/paging/paging';
import type { Page } from '../../../miniprogram/state/paging/source';
import { order, TODAY } from '../support/order';

/** Payments by their numbers: the higher, the newer. */
const payments = (...numbers: number[]) =>
  numbers.map((number) => order({ key: `T${number}`, createdAt: TODAY + number }));

describe('the changes of a refresh', () => {
  it.each([
    ['nothing', payments(3, 2, 1), payments(3, 2, 1), { added: 0, changed: 0 }],
    ['new ones', payments(2, 1), payments(4, 3, 2, 1), { added: 2, changed: 0 }],
    ['one that came late', payments(3, 1), payments(3, 2, 1), { added: 1, changed: 0 }],
    ['the first ones', [], payments(2, 1), { added: 2, changed: 0 }],
    ['older ones', payments(5, 4), payments(5, 4, 3, 2), { added: 0, changed: 0 }],
    ['so many that none stayed', payments(2, 1), payments(9, 8), null],
    ['that one is gone', payments(3, 2, 1), payments(3, 1), { added: 0, changed: 1 }],
    ['a shorter list', payments(4, 3, 2, 1), payments(4, 3), { added: 0, changed: 0 }],
  ])('the summary counts %s', (_, before, after, news) => {
    expect(summarizeRefresh(before, after, false)).toEqual(news);
  });

  it('a payment that is gone from the end of a whole list counts as a change', () => {
    expect(summarizeRefresh(payments(2, 1), payments(2), true)).toEqual({ added: 0, changed: 1 });
  });

  it('a payment that looks different counts as a change', () => {
    const [newer, older] = payments(2, 1) as [Order, Order];
    expect(
      summarizeRefresh([newer, older], [{ ...newer, updatedAt: 1 }, older], false)?.changed,
    ).toBe(0);
    const after = [
      { ...newer, refund: 'complete' as const },
      { ...older, status: 'failed' as const },
    ];
    expect(summarizeRefresh([newer, older], after, false)).toEqual({ added: 0, changed: 2 });
  });
});

describe('a refresh', () => {
  /** A list of two payments that requests its next page at once; the test gives the further answers. */
  const open = async () => {
    const waiting: { answer(...numbers: number[]): void; fail(): void }[] = [];
    const fetchPage = () =>
      new Promise<Page<Order>>((resolve, reject) => {
        const answer = (...numbers: number[]) => {
          resolve({ rows: payments(...numbers), isLast: false, totalCount: null, limit: 2 });
        };
        waiting.push({ answer, fail: () => reject(new Error('no answer')) });
      });
    const paging = createPaging({
      ...ORDER_TRAITS,
      sources: [{ fetchPage }],
      limit: 2,
      laterLimit: 2,
    });
    const first = paging.refresh();
    waiting[0]?.answer(2, 1);
    await first;
    paging.subscribe(({ phase }) => phase === 'ready' && void paging.loadMore());
    let releases = 0;
    const pendingPayments = { releaseStale: () => (releases += 1) };
    let isWanted: (order: Order) => boolean = () => true;
    const look = (wanted: typeof isWanted) => void (isWanted = wanted);
    const refresh = () =>
      refreshAndSummarize(paging, ({ items }) => items.filter(isWanted), pendingPayments);
    return { paging, waiting, refresh, look, releases: () => releases };
  };

  it('returns the changes, also when the next page is requested already', async () => {
    const { paging, waiting, refresh, releases } = await open();
    const news = refresh();
    waiting[1]?.answer(3, 2);
    expect(await news).toEqual({ added: 1, changed: 0 });
    expect(paging.state.phase).toBe('appending');
    expect(releases()).toBe(1);
  });

  it('compares the same part of both lists when the query changes meanwhile', async () => {
    const { waiting, refresh, look } = await open();
    look(({ key }) => key === 'T1');
    const news = refresh();
    look(() => true);
    waiting[1]?.answer(2, 1);
    expect(await news).toEqual({ added: 0, changed: 0 });
  });

  it('returns null when it failed, was superseded, or the source was replaced', async () => {
    const { paging, waiting, refresh, releases } = await open();
    const failing = refresh();
    waiting[1]?.fail();
    expect(await failing).toBeNull();
    const [first, second] = [refresh(), refresh()];
    waiting[3]?.answer(3, 2);
    expect(await Promise.all([first, second])).toEqual([null, { added: 1, changed: 0 }]);
    const third = refresh();
    void paging.replaceSource([{ fetchPage: () => new Promise(() => undefined) }]);
    expect(await third).toBeNull();
    expect(releases()).toBe(1);
  });
});
