import {
  decodeOrders,
  type PaymentParametersHook,
} from '../../../miniprogram/services/orders/decode-order';
import { decodePage } from '../../../miniprogram/services/orders/decode-page';
import { activeFilters } from '../../../miniprogram/services/orders/query';
import type { PaymentParameters } from '../../../miniprogram/services/orders/gateway-info';

/** The documented example of `gateway_extra_info`. */
const response = {
  appid: 'wx3b040d33346exxxx',
  bank_type: 'OTHERS',
  cash_fee: '1',
  fee_type: 'CNY',
  is_subscribe: 'N',
  mch_id: '1501889000',
  nonce_str: '1jFEJyNvEkr2IePMYXOeUEOHP11eXXXX',
  openid: 'om4vu0FZiwoQbTVAt0U-FEzXXXXX',
  out_trade_no: '1jFEJyxlAuqzAtGcd4uuNxJwMS1TXXXX',
  result_code: 'SUCCESS',
  return_code: 'SUCCESS',
  sign: 'AB329F580E6E342246350DFE96AEXXXX',
  time_end: '20200320175220',
  total_fee: '1',
  trade_type: 'JSAPI',
  transaction_id: '4200000519202003205153312216',
};
const info = { wechat_response: response };
const row = { transaction_no: 'T', total_cost: '0.01', created_at: 1584697935, status: 'success' };
const read = (changes: object) => {
  const { rows, problems } = decodeOrders([{ ...row, ...changes }], { details: true });
  expect(problems).toEqual([]);
  return rows[0];
};

test.each([
  ['an object', info],
  ['JSON as text', JSON.stringify(info)],
  ['JSON as text, twice over', JSON.stringify(JSON.stringify(info))],
])('reads wechat_response from %s', (_shape, gateway_extra_info) => {
  expect(read({ gateway_extra_info })?.wechat).toEqual({
    transactionId: '4200000519202003205153312216',
    bankType: 'OTHERS',
    feeType: 'CNY',
    totalFen: 1,
    settlementFen: null,
    cashFen: 1,
    cashFeeType: 'CNY',
    couponFen: null,
    couponFeeType: 'CNY',
    // 20 March 2020, 17:52:20 in Beijing.
    paidAt: 1584697940,
    subscribed: false,
  });
});

test.each([
  ["{'wechat_response': {'bank_type': 'OTHERS'}}"],
  ['{"wechat_response": '],
  ['{"wechat_response": []}'],
  ['{}'],
  [''],
  ['null'],
  [null],
  [undefined],
  [[info]],
  [17],
  [{ wechat_response: 'text' }],
])('reads no wechat_response from %j', (gateway_extra_info) => {
  expect(read({ gateway_extra_info })?.wechat).toBeNull();
});

test.each([
  [{ is_subscribe: 'Y' }, { subscribed: true }],
  [{ is_subscribe: 'maybe' }, { subscribed: null }],
  [
    { total_fee: 1990, cash_fee: 'x' },
    { totalFen: 1990, cashFen: null },
  ],
  [{ total_fee: '19.90' }, { totalFen: null }],
  [{ total_fee: 5969.999999999999 }, { totalFen: 5970 }],
  [{ total_fee: '-1' }, { totalFen: null }],
  [
    { total_fee: -1, cash_fee: 1.5 },
    { totalFen: null, cashFen: null },
  ],
  [
    { total_fee: { toString: 1 }, cash_fee: [1] },
    { totalFen: null, cashFen: null },
  ],
  [{ total_fee: '90071992547409929' }, { totalFen: null }],
  [{ fee_type: 'USD' }, { feeType: 'USD' }],
  [{ fee_type: '' }, { feeType: 'CNY' }],
  [{ fee_type: 'hkd' }, { feeType: 'HKD', cashFeeType: 'CNY', couponFeeType: 'CNY' }],
  [{ cash_fee_type: 'HKD' }, { feeType: 'CNY', cashFeeType: 'HKD' }],
  [
    { coupon_fee: '50', coupon_fee_type: 'HKD' },
    { couponFen: 50, couponFeeType: 'HKD' },
  ],
  [{ settlement_total_fee: '950' }, { settlementFen: 950 }],
  [
    { settlement_total_fee: '9.5', coupon_fee: -1 },
    { settlementFen: null, couponFen: null },
  ],
  [{ time_end: '20200230000000' }, { paidAt: null }],
  [{ time_end: 20200320175220 }, { paidAt: null }],
  [{ time_end: '2020-03-20 17:' }, { paidAt: null }],
  [{ bank_type: 'XYZ_DEBIT' }, { bankType: 'XYZ_DEBIT' }],
  [{ transaction_id: 2 ** 60 }, { transactionId: null }],
])('reads the fields %j of wechat_response as %j', (changes, expected) => {
  const gateway_extra_info = { wechat_response: { ...response, ...changes } };
  expect(read({ gateway_extra_info })?.wechat).toMatchObject(expected);
});

test.each([
  [{ title: '拿铁' }, { title: '拿铁' }],
  ['{"title":"拿铁"}', { title: '拿铁' }],
  ['"{\\"title\\":\\"拿铁\\"}"', { title: '拿铁' }],
  ['{}', {}],
  [' { } ', {}],
  ["{'title': '拿铁'}", null],
  ['{"title"', null],
  ['[1]', null],
  [null, null],
  [[], null],
])('reads the snapshot %j as %j', (merchandise_snapshot, snapshot) => {
  expect(read({ merchandise_snapshot })?.snapshot).toEqual(snapshot);
});

test.each([
  ['an object', info],
  ['JSON as text', JSON.stringify(info)],
  ['JSON with blanks', JSON.stringify(info, null, 2)],
  ['JSON as text, twice over', JSON.stringify(JSON.stringify(info))],
  ['Python’s notation', "{'wechat_response': {'transaction_id': '4200000519202003205153312216'}}"],
])('reads WeChat’s number without details from %s', (_shape, gateway_extra_info) => {
  const [order] = decodeOrders([{ ...row, gateway_extra_info }]).rows;
  expect(order?.wechatNo).toBe('4200000519202003205153312216');
});

test.each([
  [{}],
  ['{}'],
  ['{"transaction_id": null}'],
  ['{"transaction_id": "", "total_fee": "1990"}'],
  [{ wechat_response: { transaction_id: { toString: 1 } } }],
  [null],
  [17],
])('reads no WeChat number from %j', (gateway_extra_info) => {
  const [order] = decodeOrders([{ ...row, gateway_extra_info }]).rows;
  expect(order?.wechatNo).toBeNull();
});

test('reads neither snapshot nor wechat_response without details', () => {
  const [order] = decodeOrders([
    { ...row, gateway_extra_info: info, merchandise_snapshot: {} },
  ]).rows;
  expect(order).not.toHaveProperty('wechat');
  expect(order).not.toHaveProperty('snapshot');
});

describe('the payment parameters', () => {
  const parameters = {
    appId: 'wx5a4db0c5a4db0c01',
    nonceStr: 'n',
    package: 'prepay_id=wx1',
    paySign: 's',
    signType: 'MD5',
    timeStamp: '1539335891',
  };
  const read = (wire: object, onPaymentParameters: PaymentParametersHook, query = {}) => {
    const asked = { limit: 20, offset: 0 };
    const page = decodePage({ objects: [wire] }, asked, activeFilters(query), {
      onPaymentParameters,
    });
    return page?.orders ?? [];
  };
  const parametersOf = (changes: object) => {
    const given: [string, PaymentParameters][] = [];
    const pending = {
      ...row,
      status: 'pending',
      gateway_extra_info: { payment_parameters: parameters },
    };
    const orders = read({ ...pending, ...changes }, (order, own) => given.push([order.key, own]));
    expect(JSON.stringify(orders)).not.toContain('prepay_id');
    expect(orders[0]).not.toHaveProperty('snapshot');
    expect(orders[0]).not.toHaveProperty('wechat');
    return given;
  };

  test.each([
    ['an object', { payment_parameters: parameters }],
    ['JSON as text', JSON.stringify({ payment_parameters: parameters })],
    [
      'an object with a number for the time',
      { payment_parameters: { ...parameters, timeStamp: 1539335891 } },
    ],
  ])('are given to the hook, from %s', (_shape, gateway_extra_info) => {
    const { nonceStr, package: prepaid, paySign, signType, timeStamp } = parameters;
    const needed = { nonceStr, package: prepaid, paySign, signType, timeStamp };
    expect(parametersOf({ gateway_extra_info })).toEqual([['T', needed]]);
  });

  test('what an async hook rejects with is reported', async () => {
    const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const mistake = new Error('of the host app');
    const pending = { status: 'pending', gateway_extra_info: { payment_parameters: parameters } };
    read({ ...row, ...pending }, () => Promise.reject(mistake) as never);
    await new Promise((resolve) => setTimeout(resolve));
    expect(reported.mock.calls).toEqual([[expect.stringContaining('host app'), mistake]]);
    reported.mockRestore();
  });

  test('an exception of the hook is reported, and the order is read', () => {
    const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const mistake = new Error('of the host app');
    const pending = {
      ...row,
      status: 'pending',
      gateway_extra_info: { payment_parameters: parameters },
    };
    const [order] = read(pending, () => {
      throw mistake;
    });
    expect(order).toMatchObject({ key: 'T', status: 'pending' });
    expect(reported.mock.calls).toEqual([[expect.stringContaining('host app'), mistake]]);
    reported.mockRestore();
  });

  test('are not given for an order that a filter leaves out', () => {
    const hook = jest.fn();
    const info = { payment_parameters: parameters };
    const pending = { ...row, status: 'pending', trade_no: 'X1', gateway_extra_info: info };
    expect(read(pending, hook, { tradeNo: 'X2' })).toEqual([]);
    expect(hook).not.toHaveBeenCalled();
  });

  test.each([
    [{ status: 'success' }],
    [{ status: 'failed' }],
    [{ gateway_extra_info: { payment_parameters: { ...parameters, paySign: '' } } }],
    [{ gateway_extra_info: { payment_parameters: { ...parameters, package: 5 } } }],
    [{ gateway_extra_info: { payment_parameters: { ...parameters, signType: 'SHA1' } } }],
    [{ gateway_extra_info: { payment_parameters: null } }],
    [{ gateway_extra_info: "{'payment_parameters': {}}" }],
  ])('are not given for %j', (changes) => {
    expect(parametersOf(changes)).toEqual([]);
  });
});
