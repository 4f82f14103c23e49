import type { Order } from '../../../miniprogram/domain/order';
import type { Transport } from '../../../miniprogram/services/http/transport';
import { fixedToken } from '../../../miniprogram/services/session/fixed-token';
import { silentLogin } from '../../../miniprogram/services/session/silent-login';
import { createCancellation } from '../../../miniprogram/core/cancellation';
import { installWx } from '../../support/wx';
import { LIST, startWithOrders } from '../support/sandbox';

/** The body of a list, or of a login, which has no rows. */
interface Body {
  readonly objects?: readonly object[];
  readonly meta?: object;
}

/** A transport that changes the bodies of lists. */
const changing =
  (change: (body: Body) => object): Transport =>
  (request) =>
    wx.request({
      ...request,
      success(answer) {
        const body = JSON.parse(answer.data as string) as Body;
        request.success(body.objects ? { ...answer, data: JSON.stringify(change(body)) } : answer);
      },
    });

const DETAIL = '/hserve/v2.0/idp/pay/order/:number/';

let stop: () => Promise<void>;
const start = async (...options: Parameters<typeof startWithOrders>) => {
  const started = await startWithOrders(...options);
  stop = () => started.sandbox.close();
  return started;
};
afterEach(() => stop());

const collect = async (orders: AsyncIterable<Order>) => {
  const keys: string[] = [];
  for await (const { key } of orders) keys.push(key);
  return keys;
};

describe('get', () => {
  test.each(['documented', 'captured'] as const)(
    'reads the same order by either number in the %s dialect',
    async (dialect) => {
      const { sandbox, orders } = await start({ dialect });
      const stored = sandbox.orders().find(({ id, status, gateway_type, trade_no }) => {
        const isJson = id % 3 !== 0;
        return isJson && status === 'success' && gateway_type === 'weixin_tenpay' && trade_no;
      });
      const byTransaction = await orders.get({ transactionNo: String(stored?.transaction_no) });
      const byTrade = await orders.get({ tradeNo: String(stored?.trade_no) });
      expect(byTransaction).toEqual(byTrade);
      expect(byTransaction).toMatchObject({
        key: stored?.transaction_no,
        amountFen: stored?.total_fen,
        snapshot: stored?.merchandise_snapshot,
        wechat: { totalFen: stored?.total_fen, feeType: 'CNY' },
      });
      expect(
        sandbox
          .requests()
          .slice(1)
          .map(({ path }) => path),
      ).toEqual([`/hserve/v2.0/idp/pay/order/${stored?.transaction_no}/`, LIST]);
    },
  );

  test.each([
    [{ transactionNo: 'no-such-number' }, DETAIL, 404],
    [{ transactionNo: '今 天/?#' }, DETAIL, 404],
    [{ tradeNo: 'no-such-number' }, LIST, null],
  ])('%j is not found, and the error does not contain the number', async (number, path, status) => {
    const { orders } = await start();
    const error: unknown = await orders.get(number).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'not-found', path, status });
    expect(String((error as Error).message)).not.toMatch(/no-such-number|今/);
  });

  test('an order is found in the list by a server without the path of one order', async () => {
    const { control, sandbox, orders } = await start();
    const transactionNo = String(sandbox.orders()[0]?.transaction_no);
    const match = { path: '/hserve/v2.0/idp/pay/order/*/' };
    await control('POST', '/faults', { kind: 'status', status: 404, times: 9, match });
    await expect(orders.get({ transactionNo })).resolves.toMatchObject({
      transactionNo,
      snapshot: sandbox.orders()[0]?.merchandise_snapshot,
    });
    const unknown = { transactionNo: 'no-such-number' };
    expect(await orders.get(unknown).catch(String)).toContain('404');
    const refused = { path: LIST };
    await control('POST', '/faults', { kind: 'status', status: 403, times: 1, match: refused });
    await expect(orders.get(unknown)).rejects.toMatchObject({ kind: 'not-found', status: 404 });
    await control('POST', '/faults', { kind: 'status', status: 402, times: 1, match: refused });
    await expect(orders.get(unknown)).rejects.toMatchObject({ kind: 'payment-required' });
  });

  test('the list is not asked for a number by a server that has the path of one order', async () => {
    const { sandbox, orders } = await start();
    await orders.get({ transactionNo: String(sandbox.orders()[0]?.transaction_no) });
    await orders.get({ transactionNo: 'no-such-number' }).catch(() => undefined);
    expect(sandbox.requests().map(({ path }) => path)).not.toContain(LIST);
  });

  test('a number of another user is not found', async () => {
    const { sandbox, orders } = await start();
    const [foreign] = sandbox.orders(2);
    await expect(
      orders.get({ transactionNo: String(foreign?.transaction_no) }),
    ).rejects.toMatchObject({ kind: 'not-found' });
    await expect(orders.get({ tradeNo: String(foreign?.trade_no) })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  test('an order of another number is not found where the server ignores the filter', async () => {
    const { orders } = await start({ ignoredFilters: ['trade_no'] });
    await expect(orders.get({ tradeNo: 'no-such-number' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  test('an order without a trade number is not found by one', async () => {
    const { control, sandbox, orders } = await start({ count: 1, ignoredFilters: ['trade_no'] });
    const [only] = sandbox.orders();
    await control('PATCH', `/orders/${only?.transaction_no}`, { missing: ['trade_no'] });
    await expect(orders.get({ tradeNo: 'no-such-number' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  test.each(['null', '{}', '[]', '{"transaction_no":"another","id":1}', '{"objects":[]}'])(
    'the answer %s, which is not the order, is malformed',
    async (body) => {
      const { control, orders } = await start();
      await control('POST', '/faults', {
        kind: 'garbage',
        body,
        match: { path: '/hserve/*/idp/pay/order/*/' },
      });
      await expect(orders.get({ transactionNo: 'wanted' })).rejects.toMatchObject({
        kind: 'malformed',
        path: DETAIL,
      });
    },
  );

  test.each([
    {},
    { transactionNo: '' },
    { transactionNo: ' ' },
    { transactionNo: 5 },
    { tradeNo: 'a', transactionNo: 'b' },
    { status: 'success' },
    { transactionID: 'x' },
    { tradeNo: 'a', limit: -1 },
    null,
    'text',
  ])('refuses %j and sends nothing', async (number) => {
    const { sandbox, orders } = await start();
    await expect(orders.get(number as never)).rejects.toMatchObject({
      name: 'ApiError',
      kind: 'invalid-request',
      status: null,
    });
    expect(sandbox.requests()).toEqual([]);
  });

  test.each(['.', '..'])(
    'the number %s leads to no other path of the host',
    async (transactionNo) => {
      const { orders, asked } = await start();
      await expect(orders.get({ transactionNo })).rejects.toMatchObject({
        kind: 'invalid-request',
      });
      expect(asked().filter((request) => request.startsWith('GET'))).toEqual([]);
    },
  );
});

describe('all', () => {
  test('reads every order once, newest first, one request at a time', async () => {
    const { sandbox, orders, asked } = await start({ count: 250 });
    const keys = await collect(orders.all());
    expect(keys).toEqual(
      sandbox
        .orders()
        .map((order) => order.transaction_no)
        .reverse(),
    );
    expect(asked().filter((request) => request === `GET ${LIST}`)).toHaveLength(3);
    expect(
      sandbox
        .requests()
        .slice(1)
        .map(({ query }) => [query['limit'], query['offset']]),
    ).toEqual([
      ['100', '0'],
      ['100', '100'],
      ['100', '200'],
    ]);
  });

  describe.each([
    ['repeats the requested limit', { limit: 100 }],
    ['leaves out the limit', { limit: undefined }],
    ['leaves out the total', { total_count: undefined }],
    ['leaves out limit and total', { limit: undefined, total_count: undefined }],
    ['says that there are none', { total_count: 0 }],
    ['has no meta', null],
  ])('where an answer %s', (_what, change) => {
    test.each([1, 7, 50, 94, 95, 100])(
      'reads every order from pages of %i rows',
      async (granted) => {
        const transport = changing(({ objects = [], meta }) => ({
          objects: objects.slice(0, granted),
          meta: change && { ...meta, ...change },
        }));
        const { sandbox, orders } = await start({ count: 95 }, { transport, perMinute: 1000 });
        const stored = sandbox.orders().map((order) => order.transaction_no);
        expect(await collect(orders.all())).toEqual(stored.reverse());
      },
    );
  });

  test('requests a page only when it is needed', async () => {
    const { orders, asked } = await start({ count: 250 });
    const iteration = orders.all();
    expect(asked()).toEqual([]);
    for (let read = 0; read < 100; read++) await iteration.next();
    expect(asked().filter((request) => request.startsWith('GET'))).toHaveLength(1);
    await iteration.return(false);
    expect(asked().filter((request) => request.startsWith('GET'))).toHaveLength(1);
  });

  test('reads no page twice for concurrent calls of next', async () => {
    const { sandbox, orders } = await start({ count: 8 });
    const iteration = orders.all({ limit: 3 });
    const results = await Promise.all(Array.from({ length: 9 }, () => iteration.next()));
    expect(results.map(({ value }) => (value === true ? 'end' : (value as Order).key))).toEqual([
      ...sandbox
        .orders()
        .map((order) => order.transaction_no)
        .reverse(),
      'end',
    ]);
    expect(sandbox.requests()).toHaveLength(4);
  });

  test('stops after max rows and returns false', async () => {
    const { sandbox, orders } = await start({ count: 95 });
    const iteration = orders.all({ limit: 40 }, { max: 50 });
    let read = 0;
    let last = await iteration.next();
    for (; !last.done; last = await iteration.next()) read += 1;
    expect([read, last.value]).toEqual([50, false]);
    expect(
      sandbox
        .requests()
        .slice(1)
        .map(({ query }) => query['limit']),
    ).toEqual(['40', '10']);
  });

  test('reads no order twice when an order is created meanwhile', async () => {
    const { control, sandbox, orders } = await start({ count: 30 });
    const before = sandbox
      .orders()
      .map((order) => order.transaction_no)
      .reverse();
    const iteration = orders.all({ limit: 10 });
    const keys = [((await iteration.next()).value as Order).key];
    await control('POST', '/orders', { total_fen: 1 });
    for await (const { key } of iteration) keys.push(key);
    expect(keys).toEqual(before);
  });

  test('misses no order when one that was read leaves the list meanwhile', async () => {
    const { control, sandbox, orders } = await start({ count: 0 });
    const numbers = Array.from({ length: 30 }, (_, nth) => `P${nth}`);
    for (const [nth, transaction_no] of numbers.entries())
      await control('POST', '/orders', {
        ...{ transaction_no, status: 'pending', paid_at: null },
        created_at: 1_700_000_000 - nth,
      });
    const keys: string[] = [];
    for await (const { key } of orders.all({ status: 'pending', limit: 10 })) {
      keys.push(key);
      if (keys.length === 10)
        for (const paid of ['P3', 'P5'])
          await control('PATCH', `/orders/${paid}`, { status: 'success' });
    }
    expect(keys).toEqual(numbers);
    expect(
      sandbox
        .requests()
        .slice(1)
        .map(({ query }) => query['offset']),
    ).toEqual([...['0', '10', '8', '18']]);
  });

  test('yields max orders of a server that grants more rows', async () => {
    const transport: Transport = (request) =>
      wx.request({ ...request, url: request.url.replace(/([?&]limit)=\d+/, '$1=20') });
    const { orders } = await start({ count: 30 }, { transport });
    expect(await collect(orders.all({}, { max: 5 }))).toHaveLength(5);
  });

  test.each([
    [1, 1],
    [2, 2],
  ])(
    'reads on where a page of %d has only orders that %d new ones have moved',
    async (limit, created) => {
      const { control, sandbox, orders } = await start({ count: 5 });
      const before = sandbox.orders().map((order) => order.transaction_no);
      const keys: string[] = [];
      for await (const { key } of orders.all({ limit })) {
        keys.push(key);
        if (keys.length === limit)
          for (let nth = 0; nth < created; nth += 1) await control('POST', '/orders', {});
      }
      expect(keys).toEqual(before.reverse());
    },
  );

  test('ends where the totals of a server go up and down', async () => {
    let answers = 0;
    const transport = changing(({ meta, ...body }) => ({
      ...body,
      meta: { ...meta, total_count: 9 + (answers++ % 2) * 3 },
    }));
    const { sandbox, orders } = await start({ count: 9 }, { transport, perMinute: Infinity });
    const stored = sandbox.orders().map((order) => order.transaction_no);
    expect(await collect(orders.all({ limit: 3 }, { max: Infinity }))).toEqual(stored.reverse());
  });

  test('ends where a server ignores the offset', async () => {
    const transport: Transport = (request) =>
      wx.request({ ...request, url: request.url.replace(/([?&]offset)=\d+/, '$1=0') });
    const { orders, asked } = await start({ count: 30 }, { transport });
    const iteration = orders.all({ limit: 10 }, { max: Infinity });
    let step = await iteration.next();
    let read = 0;
    for (; !step.done; step = await iteration.next()) read += 1;
    expect([read, step.value]).toEqual([10, false]);
    expect(asked().filter((request) => request === `GET ${LIST}`)).toHaveLength(3);
  });

  test('reads on by the granted limit and with the filters', async () => {
    const { sandbox, orders } = await start({ count: 95, maxLimit: 7 });
    const failed = sandbox.orders().filter(({ status }) => status === 'failed');
    expect(await collect(orders.all({ status: 'failed' }))).toHaveLength(failed.length);
    const all = await collect(orders.all({ offset: 90, order: 'oldest-first' }));
    expect(all).toEqual(
      sandbox
        .orders()
        .slice(90)
        .map((order) => order.transaction_no),
    );
  });

  test('an error of a later page is thrown by the iteration', async () => {
    const { control, orders } = await start({ count: 250 });
    await control('POST', '/faults', {
      kind: 'status',
      status: 402,
      match: { path: LIST, minOffset: 100 },
    });
    const iteration = orders.all();
    for (let read = 0; read < 100; read++) await iteration.next();
    await expect(iteration.next()).rejects.toMatchObject({ kind: 'payment-required' });
  });

  test('ends as cancelled when another user has signed in', async () => {
    const { control, sandbox, orders } = await start({ count: 250 });
    installWx('user-1', 'user-2');
    const iteration = orders.all();
    for (let read = 0; read < 100; read++) await iteration.next();
    await control('POST', '/tokens/expire');
    await expect(iteration.next()).rejects.toMatchObject({
      kind: 'cancelled',
      message: `GET ${LIST}: cancelled: another user has signed in`,
    });
    const theirs = await collect(orders.all());
    expect(theirs).toHaveLength(sandbox.orders(2).length);
  });

  test('reads the orders of a user whom its own first request finds out', async () => {
    let user = 1;
    const tokens: string[] = [];
    const { sandbox, orders } = await start(
      { count: 30 },
      { session: fixedToken(() => tokens[user] ?? '') },
    );
    const control = { host: sandbox.url, clientId: 'sandbox-client' };
    for (user of [1, 2]) {
      installWx(`user-${user}`);
      tokens[user] = await silentLogin(control).token();
    }
    user = 1;
    await orders.list();
    user = 2;
    expect(await collect(orders.all())).toHaveLength(sandbox.orders(2).length);
  });

  test('can be cancelled', async () => {
    const { orders } = await start({ count: 250 });
    const { signal, cancel } = createCancellation();
    const iteration = orders.all({}, { signal });
    for (let read = 0; read < 100; read++) await iteration.next();
    cancel();
    await expect(iteration.next()).rejects.toMatchObject({ kind: 'cancelled' });
  });

  test.each([0, -1, NaN])('refuses max %p', async (max) => {
    const { orders, asked } = await start();
    await expect(orders.all({}, { max }).next()).rejects.toMatchObject({
      kind: 'invalid-request',
    });
    expect(asked()).toEqual([]);
  });
});
