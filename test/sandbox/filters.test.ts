import type { StoredOrder } from '../../sandbox/order';
import { Client, closeAll, listPath } from './support/client';

let client: Client;
let all: StoredOrder[];
beforeAll(async () => {
  client = await Client.start({ count: 400, maxLimit: 1000 });
  all = client.sandbox.orders();
});
afterAll(closeAll);

async function found(parameters: Record<string, string>): Promise<number[]> {
  const page = await client.list({ ...parameters, limit: 1000 });
  expect(page.meta.total_count).toBe(page.objects.length);
  return page.objects.map((order) => order.id);
}

function ids(keep: (order: StoredOrder) => boolean): number[] {
  return all.filter(keep).map((order) => order.id);
}

test.each(['pending', 'success', 'failed', 'complete'])('status=%s', async (status) => {
  const wanted = ids((order) => order.status === status);
  expect(wanted.length).toBeGreaterThan(0);
  expect(await found({ status })).toEqual(wanted);
});

test.each(['complete', 'partial', 'failed'])('refund_status=%s', async (refund) => {
  const wanted = ids((order) => order.refund_status === refund);
  expect(wanted.length).toBeGreaterThan(0);
  expect(await found({ refund_status: refund })).toEqual(wanted);
});

test.each(['', ' '])('refund_status="%s" finds null, empty and blank', async (refund) => {
  const none = [null, '', ' '];
  for (const value of none) expect(ids((order) => order.refund_status === value)).not.toEqual([]);
  expect(await found({ refund_status: refund })).toEqual(
    ids((order) => none.includes(order.refund_status)),
  );
});

test.each(['weixin_tenpay', 'alipay', 'qpay'])('gateway_type=%s', async (gateway) => {
  const wanted = ids((order) => order.gateway_type === gateway);
  expect(wanted.length).toBeGreaterThan(0);
  expect(await found({ gateway_type: gateway })).toEqual(wanted);
});

test('trade_no, transaction_no and merchandise_record_id each find one order', async () => {
  const order = all.find(
    (own) => own.trade_no !== null && own.merchandise_record_id !== null,
  ) as StoredOrder;
  expect(await found({ trade_no: String(order.trade_no) })).toEqual([order.id]);
  expect(await found({ transaction_no: order.transaction_no })).toEqual([order.id]);
  const record = String(order.merchandise_record_id);
  expect(await found({ merchandise_record_id: record })).toEqual([order.id]);
});

test('merchandise_schema_id', async () => {
  const wanted = ids((order) => order.merchandise_schema_id === 32003);
  expect(wanted.length).toBeGreaterThan(1);
  expect(await found({ merchandise_schema_id: '32003' })).toEqual(wanted);
});

test('filters combine with AND', async () => {
  const wanted = ids((order) => order.status === 'success' && order.refund_status === 'partial');
  expect(await found({ status: 'success', refund_status: 'partial' })).toEqual(wanted);
});

test('an unknown number finds nothing', async () => {
  expect(await found({ trade_no: 'unknown' })).toEqual([]);
});

test('unknown parameters are ignored', async () => {
  expect(await found({ transactionID: 'x', where: '{}' })).toHaveLength(400);
});

test("another user's order is not found by its number", async () => {
  const [foreign] = client.sandbox.orders(2);
  expect(await found({ transaction_no: String(foreign?.transaction_no) })).toEqual([]);
});

test.each([
  ['limit=0', 'limit" must be an integer of at least 1, got "0"'],
  ['limit=ten', 'limit" must be an integer of at least 1, got "ten"'],
  ['limit=', 'limit" must be an integer of at least 1, got ""'],
  ['limit=1.5', 'limit" must be an integer of at least 1, got "1.5"'],
  ['limit=5&limit=6', 'limit" must be an integer of at least 1, got ["5","6"]'],
  ['offset=-1', 'offset" must be an integer of at least 0, got "-1"'],
  [
    'status=paid',
    'status" must be one of "pending", "success", "failed", "complete", "partial", got "paid"',
  ],
  [
    'refund_status=none',
    'refund_status" must be one of "complete", "partial", "failed", "", " ", got "none"',
  ],
  ['merchandise_schema_id=abc', 'merchandise_schema_id" must be an integer, got "abc"'],
  ['gateway_type=', 'gateway_type" must be the name of a gateway, got ""'],
])('%s is refused', async (query, message) => {
  expect(await client.get(`${listPath}?${query}`)).toEqual({
    status: 400,
    body: { status: 'error', error_msg: `参数错误: querystring "${message}` },
  });
});

test('an unknown order_by is refused, and the error lists the valid values', async () => {
  const { status, body } = await client.get(`${listPath}?order_by=price`);
  expect(status).toBe(400);
  expect(body['error_msg']).toMatch(/"order_by" must be one of "id", "-id", .*, got "price"$/);
});
