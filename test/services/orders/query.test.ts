import { validateQuery, type ListOrdersQuery } from '../../../miniprogram/services/orders/query';
import { LIST, startWithOrders } from '../support/sandbox';

const OPTIONS =
  'limit, offset, order, details, merchandiseRecordId, merchandiseSchemaId, status, refund, ' +
  'tradeNo, transactionNo, gatewayType';

const started: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(started.map((sandbox) => sandbox.close())));

test.each([
  [{ limit: -1 }, 'limit is -1; allowed: an integer from 1 to 100'],
  [{ limit: 0 }, 'limit is 0; allowed: an integer from 1 to 100'],
  [{ limit: 101 }, 'limit is 101; allowed: an integer from 1 to 100'],
  [{ limit: '20' }, 'limit is another text; allowed: an integer from 1 to 100'],
  [{ limit: 1.5 }, 'limit is 1.5; allowed: an integer from 1 to 100'],
  [{ limit: NaN }, 'limit is NaN; allowed: an integer from 1 to 100'],
  [{ offset: -1 }, 'offset is -1; allowed: an integer from 0 to 9007199254740991'],
  [{ order: 'newest' }, 'order is another text; allowed: newest-first, oldest-first'],
  [{ details: 'true' }, 'details is another text; allowed: true, false'],
  [
    { status: 'paid' },
    'status is another text; allowed: pending, success, failed, complete, partial',
  ],
  [
    { status: ['success'] },
    'status is an object; allowed: pending, success, failed, complete, partial',
  ],
  [{ refund: ' ' }, 'refund is another text; allowed: none, partial, complete, failed'],
  [
    { tradeNo: '  ' },
    'tradeNo is another text; allowed: text that is not blank, without lone surrogates',
  ],
  [
    { transactionNo: 'T\ud800' },
    'transactionNo is another text; allowed: text that is not blank, without lone surrogates',
  ],
  [
    { transactionNo: 17 },
    'transactionNo is a number; allowed: text that is not blank, without lone surrogates',
  ],
  [
    { merchandiseRecordId: true },
    'merchandiseRecordId is a boolean; allowed: text that is not blank, without lone surrogates',
  ],
  [{ merchandiseSchemaId: 'a1' }, 'merchandiseSchemaId is another text; allowed: an integer'],
  [{ merchandiseSchemaId: 1.5 }, 'merchandiseSchemaId is 1.5; allowed: an integer'],
  [{ merchandiseSchemaId: -1 }, 'merchandiseSchemaId is -1; allowed: an integer'],
  [
    { gatewayType: 'wechat' },
    'gatewayType is another text; allowed: weixin_tenpay, weixin_tenpay_js, weixin_tenpay_native, ' +
      'weixin_tenpay_app, weixin_tenpay_wap, alipay, alipay_wap, alipay_page, alipay_app, qpay, ' +
      'qpay_native, baidu_miniapp_pay, bytedance_miniapp_pay',
  ],
  [{ transactionID: 'x' }, `there is no option "transactionID"; allowed: ${OPTIONS}`],
  [{ refund_status: 'x' }, `there is no option "refund_status"; allowed: ${OPTIONS}`],
  [JSON.parse('{"__proto__": 1}'), `there is no option "__proto__"; allowed: ${OPTIONS}`],
  [{ toString: 1 }, `there is no option "toString"; allowed: ${OPTIONS}`],
])('refuses the query %p and sends nothing', async (query, detail) => {
  const { sandbox, orders } = await startWithOrders({ count: 1 });
  started.push(sandbox);
  await expect(orders.list(query as object)).rejects.toMatchObject({
    name: 'ApiError',
    kind: 'invalid-request',
    status: null,
    message: `GET ${LIST}: invalid request: ${detail}`,
  });
  await expect(orders.all(query as object).next()).rejects.toMatchObject({
    kind: 'invalid-request',
  });
  expect(sandbox.requests()).toEqual([]);
});

test.each<[ListOrdersQuery]>([
  [{}],
  [{ limit: 1 }],
  [{ limit: 100, offset: 0 }],
  [{ merchandiseSchemaId: 32001 }],
  [{ merchandiseSchemaId: '32001' }],
  [{ status: 'failed', refund: 'none', gatewayType: 'alipay_app' }],
  [{ tradeNo: '1dLSQ\n**', transactionNo: 'a b' }],
  [{ status: undefined, tradeNo: '' }],
])('accepts the query %p', (query) => {
  expect(validateQuery(query)).toBeNull();
});
