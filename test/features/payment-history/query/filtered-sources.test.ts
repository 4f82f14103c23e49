import { createPageMemory } from '../../../../miniprogram/features/payment-history/page-memory';
import {
  NO_FILTER,
  type HistoryFilter,
} from '../../../../miniprogram/features/payment-history/query/filter';
import { filteredSources } from '../../../../miniprogram/features/payment-history/query/filtered-sources';
import { ORDER_TRAITS } from '../../../../miniprogram/features/shared/order-source';
import { NEVER_CANCELLED } from '../../../../miniprogram/core/cancellation';
import type { Query } from '../../../../miniprogram/services/http/url';
import { createOrders, type OrdersOptions } from '../../../../miniprogram/services/orders/orders';
import { createPaging } from '../../../../miniprogram/state/paging/paging';

type Wire = Readonly<Record<string, unknown>>;

const FILTERS = ['status', 'refund_status', 'gateway_type', 'trade_no'];

/** A server that filters by the stored rows. @param lacks - A field that its answers do not have. */
function serverOf(rows: readonly Wire[], lacks = '') {
  const stored = [...rows].sort((a, b) => Number(b['created_at']) - Number(a['created_at']));
  return (_path: string, query: Query = {}) => {
    const asked = FILTERS.filter((name) => query[name] !== undefined);
    const found = stored.filter((row) => asked.every((name) => row[name] === query[name]));
    const [offset, limit] = [Number(query['offset']), Number(query['limit'])];
    const objects = found.slice(offset, offset + limit).map((row) => {
      const answered = { ...row };
      Reflect.deleteProperty(answered, lacks);
      return answered;
    });
    return Promise.resolve({ meta: { offset, limit, total_count: found.length }, objects });
  };
}

const wire = (nth: number, fields: Wire = {}): Wire => ({
  ...{ transaction_no: `T${nth}`, created_at: 1_795_400_000 - nth, status: 'success' },
  ...{ refund_status: null, gateway_type: 'weixin_tenpay', total_cost: '100.00' },
  ...fields,
});

/** What a filter shows after `all` was read, where the answers are remembered and where they are not. */
function shownBy(rows: readonly Wire[], options: OrdersOptions, lacks?: string) {
  const get = serverOf(rows, lacks);
  const orders = createOrders({ get, onUserChange: () => () => undefined }, options);
  const clock = { elapsed: () => 0 };
  const memory = createPageMemory(clock);
  const keys = async (filter: HistoryFilter) => {
    const sources = filteredSources(orders, filter, { measured: () => undefined }, clock, memory);
    const paging = createPaging({ ...ORDER_TRAITS, sources });
    await paging.refresh();
    while (paging.state.phase === 'ready' && !paging.state.isLast) await paging.loadMore();
    expect(paging.state.phase).toBe('ready');
    return paging.state.items.map(({ key }) => key);
  };
  return {
    orders,
    both: async (changes: Partial<HistoryFilter>) => {
      await keys(NO_FILTER);
      const remembered = await keys({ ...NO_FILTER, ...changes });
      memory.forget();
      return [remembered, await keys({ ...NO_FILTER, ...changes })];
    },
  };
}

test('a payment method is asked of a server whose answers do not name it', async () => {
  const rows = [wire(0), wire(1, { gateway_type: 'alipay' }), wire(2)];
  const { both } = shownBy(rows, {}, 'gateway_type');
  expect(await both({ gateway: 'alipay' })).toEqual([['T1'], ['T1']]);
});

test('a type of a payment method that the module does not list is found once it was seen', async () => {
  const rows = [wire(0), wire(1, { gateway_type: 'alipay_mini' }), wire(2)];
  const { both } = shownBy(rows, {});
  expect(await both({ gateway: 'alipay' })).toEqual([['T1'], ['T1']]);
  expect(await both({ gateway: 'alipay', tab: 'paid' })).toEqual([['T1'], ['T1']]);
});

test('a refund that only the app knows is among the refunds', async () => {
  const refund = { amountFen: 3000, at: null, state: 'success', to: '' } as const;
  const refunds = () => Promise.resolve([refund]);
  const { both, orders } = shownBy([wire(0), wire(1), wire(2)], { refunds });
  await orders.readRefunds?.(await only(orders, 'T1'), NEVER_CANCELLED);
  expect(await both({ tab: 'refunded' })).toEqual([['T1'], ['T1']]);
  expect(await both({ refund: 'partial' })).toEqual([['T1'], ['T1']]);
  expect(await both({ refund: 'complete' })).toEqual([[], []]);
  expect(await both({ refund: 'none' })).toEqual([
    ['T0', 'T2'],
    ['T0', 'T2'],
  ]);
});

test('a refund that only the app knows is gone as soon as the server says something else', async () => {
  const refund = { amountFen: 3000, at: null, state: 'success', to: '' } as const;
  const refunds = () => Promise.resolve([refund]);
  const rows = [wire(0), { ...wire(1), updated_at: 1_795_400_000 }];
  const { both, orders } = shownBy(rows, { refunds });
  await orders.readRefunds?.(await only(orders, 'T1'), NEVER_CANCELLED);
  expect(orders.refundedByHost?.().map(({ key }) => key)).toEqual(['T1']);
  Object.assign(rows[1] ?? {}, { updated_at: 1_795_500_000 });
  expect(await both({ tab: 'refunded' })).toEqual([[], []]);
  expect(orders.refundedByHost?.()).toEqual([]);
});

test('a refund that only the app knows is gone with its payment', async () => {
  const refund = { amountFen: 3000, at: null, state: 'success', to: '' } as const;
  const rows = [wire(0), { ...wire(1), trade_no: 'A1' }];
  const { orders } = shownBy(rows, { refunds: () => Promise.resolve([refund]) });
  await orders.readRefunds?.(await only(orders, 'T1'), NEVER_CANCELLED);
  expect(orders.refundedByHost?.()).toHaveLength(1);
  Object.assign(rows[1] ?? {}, { trade_no: 'gone' });
  await expect(orders.get({ tradeNo: 'A1' })).rejects.toMatchObject({ kind: 'not-found' });
  expect(orders.refundedByHost?.()).toEqual([]);
});

test('a partial refund of everything is where the server has it', async () => {
  const whole = { refund_status: 'partial', refund_amount: '100.00' };
  const { both } = shownBy([wire(0), wire(1, whole), wire(2)], {});
  expect(await both({ refund: 'partial' })).toEqual([['T1'], ['T1']]);
  expect(await both({ refund: 'complete' })).toEqual([[], []]);
});

test('the word of a refund in the status counts beside an unknown refund status', async () => {
  const refunded = { status: 'complete', refund_status: 'processing' };
  const { both } = shownBy([wire(0), wire(1, refunded), wire(2)], {});
  expect(await both({ tab: 'refunded' })).toEqual([['T1'], ['T1']]);
  expect(await both({ tab: 'paid' })).toEqual([
    ['T0', 'T1', 'T2'],
    ['T0', 'T1', 'T2'],
  ]);
});

async function only(orders: ReturnType<typeof createOrders>, number: string) {
  const page = await orders.list();
  const found = page.orders.find(({ key }) => key === number);
  if (!found) throw new Error(`no order ${number}`);
  return found;
}
