import { readFileSync } from 'node:fs';
import { isPayable } from '../../../miniprogram/domain/payability';
import { decodeOrders } from '../../../miniprogram/services/orders/decode-order';
import { decodePage } from '../../../miniprogram/services/orders/decode-page';
import { activeFilters } from '../../../miniprogram/services/orders/query';

const decodeOne = (row: Record<string, unknown>) => {
  const { rows, problems } = decodeOrders([{ ...documented, ...row }]);
  expect(rows).toHaveLength(1);
  return { order: rows[0], problems };
};

const documented = {
  created_at: 1497524129,
  gateway_extra_info: {},
  id: 5,
  ip_address: '127.0.0.1',
  merchandise_description: '年度会员',
  merchandise_record_id: null,
  merchandise_schema_id: null,
  merchandise_snapshot: {},
  paid_at: null,
  status: 'success',
  refund_status: null,
  total_cost: 100,
  trade_no: '1dLSQzzjRcJshqosJCeNruA',
  transaction_no: 'DEqbLRjWWtCqjxOUapRxaLb',
  updated_at: 1497524129,
  created_by_id: 1091431,
};

test('decodes the sample of the documentation', () => {
  const sample = readFileSync('test/services/support/documented-sample.txt', 'utf8');
  const { objects } = JSON.parse(sample.replace(/,(\s*})/g, '$1')) as { objects: unknown[] };
  const common = {
    status: 'success',
    statusRaw: 'success',
    refund: 'none',
    refundRaw: null,
    refundFen: null,
    createdBy: '1091431',
    wechatNo: null,
    amountFen: 10000,
    currency: 'CNY',
    paidAt: null,
    gateway: 'unknown',
    gatewayRaw: null,
    description: '',
    merchandiseRecordId: null,
    merchandiseSchemaId: null,
  };
  expect(decodeOrders(objects)).toEqual({
    rows: [
      {
        ...common,
        key: 'DEqbLRjWWtCqjxOUapRxaLb******',
        id: '5',
        transactionNo: 'DEqbLRjWWtCqjxOUapRxaLb******',
        tradeNo: '1dLSQzzjRcJshqosJCeNruA******',
        createdAt: 1497524129,
        updatedAt: 1497524129,
      },
      {
        ...common,
        key: 'znVAJaEKrwriaTlwjDlVdLZ*********',
        id: '6',
        transactionNo: 'znVAJaEKrwriaTlwjDlVdLZ*********',
        tradeNo: '1dLSR0EopQfRVkbLFrRNFKT*********',
        createdAt: 1497524130,
        updatedAt: 1497524130,
      },
    ],
    problems: [],
  });
});

test('decodes a captured row: text amounts, Beijing times without zone, blobs as text', () => {
  const row = {
    created_at: '2018-10-12T17:18:11.559063',
    updated_at: '2018-10-12T17:20:05.000001',
    paid_at: '2018-10-12T17:20:05.000001',
    currency_type: 'CNY',
    gateway_extra_info: "{'payment_parameters': {'paySign': 'PRIVATE'}}",
    gateway_type: 'weixin_tenpay',
    id: 207662,
    merchandise_description: '拿铁咖啡',
    merchandise_record_id: '5bc0660d8e3a',
    merchandise_schema_id: '1236',
    merchandise_snapshot: '{}',
    refund_status: 'partial',
    status: 'success',
    total_cost: '0.02',
    trade_no: 'trade',
    transaction_no: 'transaction',
    created_by: '61736923',
  };
  expect(decodeOrders([row])).toEqual({
    rows: [
      {
        key: 'transaction',
        id: '207662',
        transactionNo: 'transaction',
        tradeNo: 'trade',
        status: 'success',
        statusRaw: 'success',
        refund: 'partial',
        refundRaw: 'partial',
        refundFen: null,
        createdBy: '61736923',
        wechatNo: null,
        amountFen: 2,
        currency: 'CNY',
        createdAt: 1539335891,
        updatedAt: 1539336005,
        paidAt: 1539336005,
        gateway: 'weixin',
        gatewayRaw: 'weixin_tenpay',
        description: '拿铁咖啡',
        merchandiseRecordId: '5bc0660d8e3a',
        merchandiseSchemaId: '1236',
      },
    ],
    problems: [],
  });
});

test.each([
  [null, 'none', null],
  ['', 'none', null],
  [' ', 'none', null],
  [undefined, 'none', null],
  ['complete', 'complete', 'complete'],
  ['partial', 'partial', 'partial'],
  ['failed', 'failed', 'failed'],
  ['processing', 'unknown', 'processing'],
  ['none', 'unknown', 'none'],
  ['constructor', 'unknown', 'constructor'],
  [{}, 'unknown', null],
])('refund_status %j is the refund %s', (wire, refund, refundRaw) => {
  expect(decodeOne({ refund_status: wire }).order).toMatchObject({ refund, refundRaw });
});

test('an absent refund_status is no refund', () => {
  const row: Partial<typeof documented> = { ...documented };
  delete row.refund_status;
  expect(decodeOrders([row]).rows[0]?.refund).toBe('none');
});

test.each([
  ['pending', null, 'pending', 'none'],
  ['failed', null, 'failed', 'none'],
  ['closed', null, 'unknown', 'none'],
  ['toString', null, 'unknown', 'none'],
  [null, null, 'unknown', 'none'],
  ['complete', null, 'success', 'complete'],
  ['partial', ' ', 'success', 'partial'],
  ['complete', 'failed', 'success', 'failed'],
  ['partial', 'complete', 'success', 'complete'],
])(
  'status %j with refund_status %j is %s with the refund %s',
  (wire, wireRefund, status, refund) => {
    const { order, problems } = decodeOne({ status: wire, refund_status: wireRefund });
    expect(order).toMatchObject({ status, statusRaw: wire, refund });
    expect(problems).toEqual([]);
  },
);

test.each([
  ['weixin_tenpay', 'weixin'],
  ['weixin_tenpay_js', 'weixin'],
  ['weixin_tenpay_app', 'weixin'],
  ['alipay', 'alipay'],
  ['alipay_wap', 'alipay'],
  ['qpay', 'qpay'],
  ['qpay_native', 'qpay'],
  ['baidu_miniapp_pay', 'baidu'],
  ['bytedance_miniapp_pay', 'bytedance'],
  ['qfpay', 'unknown'],
  ['alipayplus', 'unknown'],
  ['__proto__', 'unknown'],
])('gateway_type %s is of the family %s', (wire, gateway) => {
  expect(decodeOne({ gateway_type: wire }).order).toMatchObject({ gateway, gatewayRaw: wire });
});

const PREPAID = { payment_parameters: { package: 'prepay_id=wx1', timeStamp: '1' } };
const IN_APP = { payment_parameters: { package: 'Sign=WXPay', prepayid: 'wx1' } };
const PAID = { wechat_response: { transaction_id: '4200' } };

test.each<[unknown, string]>([
  [PAID, 'weixin'],
  [JSON.stringify(PAID), 'weixin'],
  ["{'wechat_response': {'transaction_id': '4200'}}", 'weixin'],
  [JSON.stringify(JSON.stringify(PAID)), 'weixin'],
  [PREPAID, 'weixin'],
  [JSON.stringify(PREPAID), 'weixin'],
  ["{'payment_parameters': {'package': 'prepay_id=wx1'}}", 'weixin'],
  [IN_APP, 'unknown'],
  [JSON.stringify(IN_APP), 'unknown'],
  [{ wechat_response: null }, 'unknown'],
  [{ wechat_response: {} }, 'unknown'],
  ['{"wechat_response": {}}', 'unknown'],
  [{ mweb_url: 'https://wx.example?prepay_id=wx1' }, 'unknown'],
  ['{"mweb_url": "https://wx.example?prepay_id=wx1"}', 'unknown'],
  [undefined, 'unknown'],
  ["{'wechat_response': None, 'alipay': {'a': 1}}", 'unknown'],
  [{}, 'unknown'],
  [null, 'unknown'],
])('without gateway_type, %j is of the family %s', (info, gateway) => {
  const { order } = decodeOne({ gateway_type: undefined, gateway_extra_info: info });
  expect(order).toMatchObject({ gateway, gatewayRaw: null });
  const alipay = decodeOne({ gateway_type: 'alipay', gateway_extra_info: info });
  expect(alipay.order?.gateway).toBe('alipay');
});

test('the documented sample with payment parameters, which has no gateway_type, can be continued', () => {
  const now = documented.created_at * 1000;
  const wire = { ...documented, status: 'pending', gateway_extra_info: PREPAID };
  const [order] = decodeOrders([wire]).rows;
  expect(wire).not.toHaveProperty('gateway_type');
  expect(order && isPayable(order, now)).toBe(true);
});

test.each([
  [{ total_cost: null }, { amountFen: null }, ['total_cost']],
  [{ total_cost: '12,00' }, { amountFen: null }, ['total_cost']],
  [{ created_at: null }, { createdAt: null }, ['created_at']],
  [
    { created_at: 'soon', paid_at: {} },
    { createdAt: null, paidAt: null },
    ['created_at', 'paid_at'],
  ],
  [{ merchandise_description: null }, { description: '' }, []],
  [{ currency_type: 'USD' }, { currency: 'USD' }, []],
  [{ currency_type: 'usd ' }, { currency: 'USD' }, []],
  [{ currency_type: 'JPY', total_cost: 1000 }, { amountFen: 1000 }, []],
  [{ currency_type: 'KWD', total_cost: '1.234' }, { amountFen: 1234 }, []],
  [{ currency_type: 'JPY', total_cost: 0.5 }, { amountFen: null }, ['total_cost']],
  [{ currency_type: 'JPY', refund_amount: '300' }, { refundFen: 300 }, []],
  [{ refund_status: 'failed', refund_amount: '30.00' }, { refund: 'failed' }, []],
  [{ status: 'complete', refund_status: 'processing' }, { refund: 'complete' }, []],
  [{ status: 'success', refund_status: 'processing' }, { refund: 'unknown' }, []],
  [{ total_cost: 59.699999999999996 }, { amountFen: 5970 }, []],
  [{ total_cost: '59.699999999999996' }, { amountFen: 5970 }, []],
  [{ total_cost: 1.005 }, { amountFen: null }, ['total_cost']],
  [{ paid_at: '' }, { paidAt: null }, []],
  [{ paid_at: 0, updated_at: '0' }, { paidAt: null, updatedAt: null }, []],
  [{ created_at: 0 }, { createdAt: null }, ['created_at']],
])('%j makes only that field unreadable', (row, read, fields) => {
  const { order, problems } = decodeOne(row);
  expect(order).toMatchObject({ key: documented.transaction_no, ...read });
  expect(problems).toEqual(
    fields.length ? [{ row: 0, key: documented.transaction_no, fields }] : [],
  );
});

test('the id is the key where there is no transaction number', () => {
  expect(decodeOne({ transaction_no: '' }).order).toMatchObject({ key: '5', transactionNo: null });
});

test('the trade number is the key without other numbers, and time and amount without any number', () => {
  const numberless = { transaction_no: null, id: null };
  expect(decodeOne(numberless).order?.key).toBe(documented.trade_no);
  const { order, problems } = decodeOne({ ...numberless, trade_no: null });
  expect(order).toMatchObject({
    key: '1497524129/10000',
    amountFen: 10000,
    description: '年度会员',
  });
  expect(problems).toEqual([{ row: 0, key: order?.key, fields: ['transaction_no', 'id'] }]);
});

test('a row without an order is null at its position, is reported and does not affect the others', () => {
  const keyless = { ...documented, transaction_no: null, id: null, trade_no: '', created_at: null };
  const rounded = { ...keyless, id: 2 ** 53 };
  const { rows, problems } = decodeOrders([null, documented, 'x', [], keyless, rounded, 5]);
  const fields = ['transaction_no', 'id', 'created_at'];
  const { transaction_no } = documented;
  const keys = rows.map((order) => order && order.key);
  expect(keys).toEqual([null, transaction_no, null, null, null, null, null]);
  expect(problems).toEqual([
    { row: 0, key: null, fields: [] },
    { row: 2, key: null, fields: [] },
    { row: 3, key: null, fields: [] },
    { row: 4, key: null, fields },
    { row: 5, key: null, fields },
    { row: 6, key: null, fields: [] },
  ]);
});

test('a page has every row at its position, and null where one is unreadable or does not match', () => {
  const objects = ['A', null, 'B', 'C'].map(
    (number) => number && { ...documented, transaction_no: number, status: statusOf(number) },
  );
  const asked = { limit: 20, offset: 0 };
  const page = decodePage({ objects }, asked, activeFilters({ status: 'success' }), {});
  expect(page?.rows.map((order) => order && order.key)).toEqual(['A', null, null, 'C']);
  expect(page?.orders.map(({ key }) => key)).toEqual(['A', 'C']);
  expect(page?.mismatches).toEqual([{ key: 'B', filters: ['status'] }]);
  expect(page?.received).toBe(4);
});

const statusOf = (number: string) => (number === 'B' ? 'pending' : 'success');

test('private values are not read', () => {
  const { order } = decodeOne({
    ip_address: 'CANARY',
    created_by_id: 'CANARY_ID',
    openid: 'CANARY',
    gateway_extra_info: { wechat_response: { openid: 'CANARY' }, payment_parameters: 'CANARY' },
    merchandise_snapshot: 'CANARY',
  });
  expect(JSON.stringify(order)).not.toMatch(/CANARY(?!_ID)/);
});

test('keys like __proto__ have no effect', () => {
  const row = JSON.parse('{"__proto__":{"id":7,"status":"success"},"constructor":1}') as unknown;
  expect(decodeOrders([row])).toEqual({
    rows: [null],
    problems: [{ row: 0, key: null, fields: ['transaction_no', 'id', 'total_cost', 'created_at'] }],
  });
  expect(({} as Record<string, unknown>)['status']).toBeUndefined();
});

test('counts that are written as text are counts', () => {
  const meta = { limit: '50', total_count: '250' };
  const asked = { limit: 100, offset: 0 };
  const page = decodePage({ meta, objects: [documented] }, asked, [], {});
  expect(page).toMatchObject({ limit: 50, totalCount: 250, isLast: false });
});

test.each([0, -1, null, '', '2.5', undefined])(
  'a granted limit of %j is the limit that was asked for',
  (limit) => {
    const page = decodePage(
      { meta: { limit }, objects: [documented] },
      { limit: 20, offset: 0 },
      [],
      {},
    );
    expect(page).toMatchObject({ limit: 20, received: 1 });
  },
);
