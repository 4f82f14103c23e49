import type { Order } from '../../../miniprogram/domain/order';
import type { ListOrdersQuery } from '../../../miniprogram/services/orders/orders';
import type { OrderFilters } from '../../../miniprogram/services/orders/query';
import type { StoredOrder } from '../../../sandbox/order';
import { filterNames } from '../../../sandbox/order-query';
import { LIST, startWithOrders } from '../support/sandbox';

const SUCCESSFUL = ['success', 'complete', 'partial'];
const refundOf = (order: StoredOrder) =>
  order.missing.includes('refund_status') ? 'none' : order.refund_status?.trim() || 'none';

/** Whether an order of the database matches a filter, by the documented field names. */
const MATCHES: {
  [Filter in keyof OrderFilters]-?: (order: StoredOrder, value: unknown) => boolean;
} = {
  merchandiseRecordId: (order, value) => order.merchandise_record_id === value,
  merchandiseSchemaId: (order, value) => order.merchandise_schema_id === Number(value),
  status: (order, value) => order.status === value,
  refund: (order, value) => refundOf(order) === value,
  tradeNo: (order, value) => order.trade_no === value,
  transactionNo: (order, value) => order.transaction_no === value,
  gatewayType: (order, value) => order.gateway_type === value,
};

const keys = (orders: readonly Order[]) => orders.map(({ key }) => key);
const ofDatabase = (orders: readonly StoredOrder[], query: ListOrdersQuery) =>
  orders
    .filter((order) =>
      Object.entries(query).every(([filter, value]) =>
        filter in MATCHES ? MATCHES[filter as keyof OrderFilters](order, value) : true,
      ),
    )
    .map((order) => order.transaction_no)
    .reverse();

describe.each(['documented', 'captured'] as const)('in the %s dialect', (dialect) => {
  let started: Awaited<ReturnType<typeof startWithOrders>>;
  const filters: OrderFilters[] = [];
  beforeAll(async () => {
    started = await startWithOrders({ dialect, count: 100 }, { perMinute: Infinity });
    // This order has every field, so each pair of filters finds at least one order.
    const whole = started.sandbox
      .orders()
      .find(
        (order) =>
          order.merchandise_record_id &&
          order.gateway_type === 'weixin_tenpay' &&
          order.status === 'success' &&
          order.trade_no &&
          refundOf(order) === 'none' &&
          order.missing.length === 0,
      );
    if (!whole) throw new Error('no such order is seeded');
    filters.push(
      { merchandiseRecordId: String(whole.merchandise_record_id) },
      { merchandiseSchemaId: Number(whole.merchandise_schema_id) },
      { status: 'success' },
      { refund: 'none' },
      { tradeNo: String(whole.trade_no) },
      { transactionNo: whole.transaction_no },
      { gatewayType: 'weixin_tenpay' },
    );
  });
  afterAll(() => started.sandbox.close());

  const expectTruth = async (query: ListOrdersQuery) => {
    const page = await started.orders.list({ limit: 100, ...query });
    const expected = ofDatabase(started.sandbox.orders(), query);
    expect(keys(page.orders)).toEqual(expected);
    expect([page.mismatches, page.problems]).toEqual([[], []]);
    return expected.length;
  };

  test('each of the seven filters finds the same orders as the database', async () => {
    for (const filter of filters) expect(await expectTruth(filter)).toBeGreaterThan(0);
  });

  test('the id 007 is the id 7', async () => {
    const [, { merchandiseSchemaId } = {}] = filters;
    expect(await expectTruth({ merchandiseSchemaId: `00${merchandiseSchemaId}` })).toBeGreaterThan(
      0,
    );
  });

  test('each pair of filters finds the same orders as the database', async () => {
    let pairs = 0;
    for (const [index, one] of filters.entries()) {
      for (const another of filters.slice(index + 1)) {
        expect(await expectTruth({ ...one, ...another })).toBeGreaterThan(0);
        pairs += 1;
      }
    }
    expect(pairs).toBe(21);
  });

  test.each([
    ...(['pending', 'failed', 'complete', 'partial'] as const).map((status) => ({ status })),
    ...(['partial', 'complete', 'failed'] as const).map((refund) => ({ refund })),
    { gatewayType: 'alipay' } as const,
    { gatewayType: 'qpay_native' } as const,
    { transactionNo: 'no-such-number' },
    { status: 'pending', refund: 'complete' } as const,
  ])('%j finds the same orders as the database', async (query) => {
    await expectTruth(query);
  });

  test('reports orders of a server that ignores filters, and leaves them out', async () => {
    await started.control('PATCH', '/settings', { ignoredFilters: filterNames });
    for (const filter of filters.filter((own) => !('refund' in own))) {
      const page = await started.orders.list({ limit: 100, ...filter });
      const [name] = Object.keys(filter);
      expect(page.received).toBe(100);
      expect(keys(page.orders)).toEqual(
        // A refund's word in `status` means that the payment succeeded.
        keys(page.orders).filter((key) => {
          const order = started.sandbox.orders().find((own) => own.transaction_no === key);
          const value = Object.values(filter)[0] as unknown;
          return (
            order &&
            (name === 'status'
              ? SUCCESSFUL.includes(order.status)
              : MATCHES[name as keyof OrderFilters](order, value))
          );
        }),
      );
      expect(page.mismatches).toHaveLength(100 - page.orders.length);
      expect(page.mismatches.every(({ filters: ignored }) => ignored.join() === name)).toBe(true);
    }
    await started.control('PATCH', '/settings', { ignoredFilters: [] });
  });
});

describe('the request', () => {
  let stop: () => Promise<void>;
  afterEach(() => stop());

  test('sends every filter trimmed, under the API’s name, and no empty filter', async () => {
    const { sandbox, orders } = await startWithOrders();
    stop = () => sandbox.close();
    await orders.list({
      merchandiseRecordId: ' r ',
      merchandiseSchemaId: 5,
      status: 'success',
      refund: 'partial',
      tradeNo: 'a&b=c',
      transactionNo: '支付',
      gatewayType: 'alipay',
    });
    await orders.list({ status: undefined, tradeNo: '', refund: null, gatewayType: '' } as object);
    const paging = { limit: '20', offset: '0', order_by: '-created_at' };
    expect(
      sandbox
        .requests()
        .slice(1)
        .map(({ query }) => query),
    ).toEqual([
      {
        ...paging,
        merchandise_record_id: 'r',
        merchandise_schema_id: '5',
        status: 'success',
        refund_status: 'partial',
        trade_no: 'a&b=c',
        transaction_no: '支付',
        gateway_type: 'alipay',
      },
      paging,
    ]);
  });

  test('does not send refund none: such a page has no total, and received counts all rows', async () => {
    const { sandbox, orders } = await startWithOrders();
    stop = () => sandbox.close();
    const page = await orders.list({ refund: 'none' });
    expect(sandbox.requests()[1]?.query).not.toHaveProperty('refund_status');
    expect(page).toMatchObject({ received: 20, totalCount: null, isLast: false, mismatches: [] });
    expect(page.orders.length).toBeLessThan(20);
    expect(page.orders.every(({ refund }) => refund === 'none')).toBe(true);
  });

  test('keeps orders where no row has the filtered field, such as gateway_type in the documented sample', async () => {
    const { sandbox, control, orders } = await startWithOrders({ count: 3 });
    stop = () => sandbox.close();
    for (const order of sandbox.orders()) {
      const missing = ['gateway_type'];
      await control('PATCH', `/orders/${order.transaction_no}`, {
        gateway_type: 'alipay',
        missing,
      });
    }
    const page = await orders.list({ gatewayType: 'alipay' });
    expect(page.orders).toHaveLength(3);
    const [, request] = sandbox.requests();
    expect(request).toMatchObject({ path: LIST, query: { gateway_type: 'alipay' } });
  });
});
