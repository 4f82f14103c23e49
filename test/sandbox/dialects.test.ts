import { pythonRepr } from '../../sandbox/dialects/captured';
import type { JsonObject } from '../../sandbox/json';
import { Client, closeAll, noon } from './support/client';

let client: Client;
beforeAll(async () => {
  client = await Client.start({ control: true, count: 0 });
});
afterAll(closeAll);
beforeEach(() => client.control.reset({ count: 0 }));

const order = {
  transaction_no: 'T1',
  trade_no: 'R1',
  status: 'success',
  refund_status: 'partial',
  total_fen: 39800,
  created_at: noon,
  paid_at: noon + 10,
  updated_at: noon + 20,
  merchandise_description: '拿铁咖啡',
  merchandise_record_id: 'abc',
  merchandise_schema_id: 32001,
  merchandise_snapshot: { title: "it's" },
  gateway_type: 'alipay',
  ip_address: '203.0.113.7',
};

/** Reads the order in a dialect, stored with this id. */
async function delivered(
  dialect: string,
  id: number,
  change: JsonObject = {},
): Promise<JsonObject> {
  for (let own = 1; own < id; own++) {
    await client.control.addOrder({ user: 2, transaction_no: `filler ${own}` });
  }
  await client.control.addOrder({ ...order, ...change });
  await client.control.change({ dialect });
  return (await client.list()).objects[0] as JsonObject;
}

test('documented: yuan as numbers, epoch seconds, objects', async () => {
  expect(await delivered('documented', 1)).toEqual({
    created_at: noon,
    currency_type: 'CNY',
    gateway_extra_info: {},
    gateway_type: 'alipay',
    id: 1,
    ip_address: '203.0.113.7',
    merchandise_description: '拿铁咖啡',
    merchandise_record_id: 'abc',
    merchandise_schema_id: 32001,
    merchandise_snapshot: { title: "it's" },
    paid_at: noon + 10,
    status: 'success',
    refund_status: 'partial',
    total_cost: 398,
    trade_no: 'R1',
    transaction_no: 'T1',
    updated_at: noon + 20,
    created_by_id: 61736923000001,
  });
});

const captured = {
  created_at: '2024-05-20T12:00:00.000001',
  created_by: '61736923000001',
  currency_type: 'CNY',
  gateway_extra_info: '{}',
  gateway_type: 'alipay',
  id: 1,
  ip_address: '203.0.113.7',
  merchandise_description: '拿铁咖啡',
  merchandise_record_id: 'abc',
  merchandise_schema_id: 32001,
  merchandise_snapshot: '{"title":"it\'s"}',
  paid_at: '2024-05-20T12:00:10.000001',
  status: 'success',
  refund_status: 'partial',
  total_cost: '398.00',
  trade_no: 'R1',
  transaction_no: 'T1',
  updated_at: '2024-05-20T12:00:20.000001',
};

test('captured: yuan as text, Beijing times without a zone, blobs as JSON text', async () => {
  expect(await delivered('captured', 1)).toEqual(captured);
});

test('captured, every third id: Python blobs and ids as text', async () => {
  expect(await delivered('captured', 3)).toEqual({
    ...captured,
    id: '3',
    created_at: '2024-05-20T12:00:00.000003',
    paid_at: '2024-05-20T12:00:10.000003',
    updated_at: '2024-05-20T12:00:20.000003',
    merchandise_schema_id: '32001',
    merchandise_snapshot: `{'title': "it's"}`,
  });
});

test.each([
  [1, 0.01, '0.01'],
  [10000, 100, '100.00'],
  [39800, 398, '398.00'],
  [1990, 19.9, '19.90'],
  [123456789, 1234567.89, '1234567.89'],
  [0, 0, '0.00'],
])('%i fen in both dialects', async (total_fen, asNumber, asText) => {
  expect((await delivered('documented', 1, { total_fen }))['total_cost']).toBe(asNumber);
  await client.control.change({ dialect: 'captured' });
  expect((await client.list()).objects[0]?.['total_cost']).toBe(asText);
});

test('a paid WeChat order has a WeChat response that agrees with the order', async () => {
  const { gateway_extra_info } = await delivered('documented', 1, {
    gateway_type: 'weixin_tenpay',
  });
  const { wechat_response } = gateway_extra_info as JsonObject;
  expect(wechat_response).toMatchObject({
    total_fee: '39800',
    cash_fee: '39800',
    out_trade_no: 'R1',
    return_code: 'SUCCESS',
    time_end: expect.stringMatching(/^2024052012000[789]$/) as string,
    openid: expect.stringMatching(/^oSBX/) as string,
  });
});

test('a pending WeChat order has payment parameters', async () => {
  const change = { gateway_type: 'weixin_tenpay', status: 'pending', paid_at: null };
  const { gateway_extra_info } = await delivered('documented', 1, change);
  expect(gateway_extra_info).toMatchObject({
    payment_parameters: {
      package: expect.stringMatching(/^prepay_id=wx20240520120000/) as string,
      timeStamp: String(noon),
    },
  });
});

test('wire fields override the dialect, and missing fields are left out', async () => {
  const change = { wire: { total_cost: 'free', odd: [1] }, missing: ['status', 'gateway_type'] };
  const wire = await delivered('captured', 1, change);
  expect(wire).toMatchObject({ total_cost: 'free', odd: [1] });
  expect(Object.keys(wire)).not.toEqual(expect.arrayContaining(['status']));
  expect(Object.keys(wire)).not.toEqual(expect.arrayContaining(['gateway_type']));
});

test('pythonRepr formats values as Python does', () => {
  const value = { a: null, b: [true, false, 1.5], c: `it's`, d: `it's "x"`, e: '\\\n', f: '中' };
  expect(pythonRepr(value)).toBe(
    `{'a': None, 'b': [True, False, 1.5], 'c': "it's", 'd': 'it\\'s "x"', 'e': '\\\\\\n', 'f': '中'}`,
  );
});
