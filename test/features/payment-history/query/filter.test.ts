import {
  consistent,
  GATEWAY_CHOICES,
  isSameFilter,
  matchesFilter,
  NO_FILTER,
  planOf,
  REFUND_CHOICES,
  TABS,
  type HistoryFilter,
} from '../../../../miniprogram/features/payment-history/query/filter';
import { ORDER_TRAITS, orderSource } from '../../../../miniprogram/features/shared/order-source';
import type { Order } from '../../../../miniprogram/domain/order';
import { createPaging } from '../../../../miniprogram/state/paging/paging';
import type { StoredOrder } from '../../../../sandbox/order';
import { startWithOrders } from '../../../services/support/sandbox';

const filter = (changes: Partial<HistoryFilter>): HistoryFilter => ({ ...NO_FILTER, ...changes });
const asked = (changes: Partial<HistoryFilter>) =>
  planOf(filter(changes)).queries.map(({ serverFilters }) => serverFilters);

describe('planOf', () => {
  it('makes one query for everything when nothing is filtered', () => {
    expect(planOf(NO_FILTER)).toEqual({ queries: [{ serverFilters: {} }], keep: null });
  });

  it('makes one query for each refund state, since the API has no OR', () => {
    expect(asked({ tab: 'refunded' })).toEqual([
      { refund: 'complete' },
      { refund: 'partial' },
      { refund: 'failed' },
      { status: 'complete' },
      { status: 'partial' },
    ]);
  });

  it('makes one query for each status of a success, so that `paid` includes refunded payments', () => {
    expect(asked({ tab: 'paid' })).toEqual([
      { status: 'success' },
      { status: 'complete' },
      { status: 'partial' },
    ]);
    expect(asked({ tab: 'paid', refund: 'partial' })).toEqual([
      { refund: 'partial' },
      { status: 'partial' },
    ]);
  });

  it('makes one query for each exact gateway of a method, but no more than one for each refund state', () => {
    const gatewayType = ['qpay', 'qpay_native'];
    expect(asked({ gateway: 'qpay' })).toEqual(gatewayType.map((one) => ({ gatewayType: one })));
    expect(asked({ tab: 'refunded', gateway: 'qpay' })).toEqual(asked({ tab: 'refunded' }));
  });

  it('makes one query without the refund when only payments without a refund are wanted', () => {
    expect(asked({ refund: 'none' })).toEqual([{}]);
    expect(asked({ tab: 'paid', refund: 'none' })).toEqual([{ status: 'success' }]);
    expect(asked({ tab: 'pending', refund: 'none' })).toEqual([{ status: 'pending' }]);
  });

  it('adds the merchandise to every query', () => {
    const merchandise = { merchandiseRecordId: 'r1', merchandiseSchemaId: '7' };
    for (const ask of asked({ tab: 'paid', ...merchandise })) {
      expect(ask).toMatchObject(merchandise);
    }
  });

  it('makes at most four queries, and five for all refunds', () => {
    const counts = (tab: HistoryFilter['tab']) =>
      [null, ...REFUND_CHOICES].flatMap((refund) =>
        [null, ...GATEWAY_CHOICES].map((gateway) => asked({ tab, refund, gateway }).length),
      );
    expect(TABS.map((tab) => Math.max(...counts(tab)))).toEqual([4, 4, 4, 5]);
  });

  it('makes no query for each of the many types of WeChat Pay', () => {
    expect(asked({ gateway: 'weixin' })).toEqual([{}]);
    expect(asked({ tab: 'paid', gateway: 'weixin' })).toEqual(asked({ tab: 'paid' }));
  });

  it('filters the loaded payments for other methods, which no query can name', () => {
    const sifts = GATEWAY_CHOICES.filter((gateway) => planOf(filter({ gateway })).keep !== null);
    expect(sifts).toEqual(['unknown']);
  });
});

describe('filters', () => {
  it('a choice that no payment can match is dropped', () => {
    expect(consistent(filter({ tab: 'refunded', refund: 'none' }))).toEqual(
      filter({ tab: 'refunded' }),
    );
    const possible = filter({ tab: 'pending', refund: 'none' });
    expect(consistent(possible)).toBe(possible);
  });

  it('filters are equal when all their fields are equal', () => {
    expect(isSameFilter(filter({ tab: 'paid' }), filter({ tab: 'paid' }))).toBe(true);
    expect(isSameFilter(filter({ tab: 'paid' }), NO_FILTER)).toBe(false);
    expect(isSameFilter(filter({ merchandiseRecordId: 'r' }), NO_FILTER)).toBe(false);
  });
});

/** The filters by the words of the API's document, independent of the product. */
const refundOf = ({ status, refund_status }: StoredOrder) =>
  refund_status?.trim() || (['complete', 'partial'].includes(status) ? status : 'none');
const IN_TAB: Record<HistoryFilter['tab'], (order: StoredOrder) => boolean> = {
  all: () => true,
  paid: ({ status }) => ['success', 'complete', 'partial'].includes(status),
  pending: ({ status }) => status === 'pending',
  refunded: (order) => refundOf(order) !== 'none',
};
const familyOf = ({ gateway_type, missing, status }: StoredOrder) => {
  // Without its type, an order of WeChat Pay is one by WeChat's data, which the sandbox gives these.
  const hasData = gateway_type === 'weixin_tenpay' && ['success', 'pending'].includes(status);
  const isNamed = hasData || !missing.includes('gateway_type');
  const family = isNamed ? (gateway_type ?? '').split('_')[0] : '';
  return GATEWAY_CHOICES.find((known) => known === family) ?? 'unknown';
};

describe('every combination, read to its end, has exactly the matching payments of the database', () => {
  let started: Awaited<ReturnType<typeof startWithOrders>>;
  beforeAll(async () => {
    started = await startWithOrders({ count: 300 }, { perMinute: Infinity });
    for (const refund_status of [null, '', 'complete', 'partial', 'failed'])
      for (const status of ['complete', 'partial', 'closed', 'pending'])
        await started.control('POST', '/orders', { status, refund_status });
    for (const status of ['success', 'pending', 'failed']) {
      const wordless = { gateway_type: 'weixin_tenpay', missing: ['gateway_type'] };
      await started.control('POST', '/orders', { status, ...wordless });
    }
  });
  afterAll(() => started.sandbox.close());

  async function read(wanted: HistoryFilter) {
    const { queries, keep } = planOf(wanted);
    const sources = queries.map((query) => orderSource(started.orders, query));
    const paging = createPaging({ ...ORDER_TRAITS, sources });
    await paging.refresh();
    while (!paging.state.isLast && paging.state.error === null) await paging.loadMore();
    const { items, error } = paging.state;
    expect(error).toBeNull();
    return (keep ? items.filter(keep) : items).map(({ key, createdAt }) => ({ key, createdAt }));
  }

  it.each(TABS)('%s', async (tab) => {
    const all: Order[] = [];
    for await (const order of started.orders.all()) all.push(order);
    for (const refund of [null, ...REFUND_CHOICES]) {
      for (const gateway of [null, ...GATEWAY_CHOICES]) {
        if (tab === 'refunded' && refund === 'none') continue;
        const rows = await read(filter({ tab, refund, gateway }));
        const expected = started.sandbox
          .orders()
          .filter(IN_TAB[tab])
          .filter((order) => refund === null || refundOf(order) === refund)
          .filter((order) => gateway === null || familyOf(order) === gateway);
        const name = JSON.stringify({ tab, refund, gateway });
        const keys = expected.map((order) => order.transaction_no);
        const wanted = filter({ tab, refund, gateway });
        const matching = all.filter((order) => matchesFilter(order, wanted));
        const isSearched = gateway === 'unknown';
        if (!isSearched)
          expect([name, matching.map(({ key }) => key).sort()]).toEqual([name, [...keys].sort()]);
        expect([name, rows.map(({ key }) => key).sort()]).toEqual([name, keys.sort()]);
        const times = rows.map(({ createdAt }) => createdAt ?? 0);
        expect(times).toEqual([...times].sort((a, b) => b - a));
      }
    }
  });
});
