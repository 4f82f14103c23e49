import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { sandboxControl } from '../../../sandbox/control-client';
import { until } from '../../../testing/until';
import { useHost } from '../support/host';

const host = useHost();

/** Sends wx.request in the mini program; resolves with the argument of its callback. */
const request = (
  options: object,
): Promise<{ errMsg: string; statusCode?: number; data?: unknown }> =>
  host.evaluate(
    ((given: object) =>
      new Promise((resolve) =>
        wx.request({ ...given, success: resolve, fail: resolve } as never),
      )) as never,
    options,
  );

// https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html
describe('wx.request', () => {
  test('reaches the configured host', async () => {
    const answer = await request({ url: `${host.preview.sandboxUrl}/hserve/v2.2/idp/pay/order/` });
    expect(answer).toMatchObject({
      errMsg: 'request:ok',
      statusCode: 401,
      data: { status: 'error' },
    });
  });

  test('reaches no other host', async () => {
    const server = http.createServer((_request, response) => response.end('hello'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    for (const url of [`http://127.0.0.1:${port}/`, 'https://example.com/']) {
      expect(await request({ url })).toEqual({
        errMsg: 'request:fail url not in domain list',
        errno: 600002,
      });
    }
    server.close();
  });

  test('fails while the phone is offline, also when it is running', async () => {
    const sandbox = sandboxControl(host.preview.sandboxUrl);
    await sandbox.addFault({ kind: 'stall' });
    const underWay = request({ url: `${host.preview.sandboxUrl}/` });
    await host.set({ network: 'none' });
    expect(await underWay).toEqual({
      errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED',
      errno: 600001,
    });
    expect(await request({ url: `${host.preview.sandboxUrl}/` })).toEqual({
      errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED',
      errno: 600001,
    });
    await host.set({ network: 'wifi' });
    await sandbox.clearFaults();
  });

  test('times out earlier at a faster pace, as timers do', async () => {
    const sandbox = sandboxControl(host.preview.sandboxUrl);
    await sandbox.addFault({ kind: 'stall' });
    await host.set({ pace: 10_000 });
    const hour = 3_600_000;
    expect(await request({ url: `${host.preview.sandboxUrl}/`, timeout: hour })).toEqual({
      errMsg: 'request:fail timeout',
      errno: 5,
    });
    await host.evaluate((ms: number) => new Promise((go) => setTimeout(go, ms)), hour);
    await host.set({ pace: 1 });
    await sandbox.clearFaults();
  });

  test('encodes a form by its content type', async () => {
    const sandbox = sandboxControl(host.preview.sandboxUrl);
    await sandbox.reset();
    await request({
      url: `${host.preview.sandboxUrl}/`,
      method: 'POST',
      data: { a: 1, b: '中' },
      header: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const [sent] = await sandbox.requests();
    expect(sent?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String('a=1&b=%E4%B8%AD'.length),
    });
  });

  test('can be aborted', async () => {
    const errMsg = await host.evaluate(
      (url: string) =>
        new Promise((resolve) => {
          const task = wx.request({ url, fail: (error) => resolve(error.errMsg) });
          task.abort();
        }),
      `${host.preview.sandboxUrl}/`,
    );
    expect(errMsg).toBe('request:fail abort');
  });

  test('times out', async () => {
    const sandbox = sandboxControl(host.preview.sandboxUrl);
    await sandbox.addFault({ kind: 'stall' });
    expect(await request({ url: `${host.preview.sandboxUrl}/`, timeout: 100 })).toEqual({
      errMsg: 'request:fail timeout',
      errno: 5,
    });
    await sandbox.clearFaults();
  });

  test('runs at most ten times at once', async () => {
    const sandbox = sandboxControl(host.preview.sandboxUrl);
    await sandbox.reset();
    await sandbox.addFault({ kind: 'stall' });
    const answers = host.evaluate(
      (url: string) =>
        Promise.all(
          Array.from(
            { length: 15 },
            () => new Promise((resolve) => wx.request({ url, complete: resolve })),
          ),
        ),
      `${host.preview.sandboxUrl}/`,
    );
    const arrived = async () => (await sandbox.requests()).length;
    await until('ten requests', async () => (await arrived()) >= 10);
    // An eleventh request would arrive during these twenty checks.
    for (let question = 0; question < 20; question += 1) expect(await arrived()).toBe(10);
    await sandbox.clearFaults();
    expect(await answers).toHaveLength(15);
    expect(await arrived()).toBe(15);
  });
});

// https://developers.weixin.qq.com/miniprogram/dev/api/device/network/wx.onNetworkStatusChange.html
test('onNetworkStatusChange reports a change', async () => {
  await host.evaluate(() => {
    const { log } = getApp() as unknown as { log: string[] };
    wx.onNetworkStatusChange(({ isConnected, networkType }) =>
      log.push(`${isConnected} ${networkType}`),
    );
  });
  await host.takeLog();
  await host.set({ network: 'none' });
  await host.set({ network: '4g' });
  expect(await host.takeLog()).toEqual(['false none', 'true 4g']);
  expect(await host.wx('getNetworkType')).toMatchObject({ networkType: '4g' });
});

test('onNetworkStatusChange does not report a change in the background', async () => {
  await host.set({ foreground: false });
  await host.set({ network: 'none' });
  await host.set({ foreground: true });
  const log = await host.takeLog();
  expect(log).toContain('app onShow');
  expect(log).not.toContain('false none');
  expect(await host.wx('getNetworkType')).toMatchObject({ networkType: 'none' });
  await host.set({ network: 'wifi' });
  expect(await host.takeLog()).toContain('true wifi');
});

// https://developers.weixin.qq.com/miniprogram/dev/api/payment/wx.requestPayment.html
describe('wx.requestPayment', () => {
  /** Creates an order at the sandbox, as minapp-sdk's pay() does; resolves with the payment parameters. */
  const order = async () => {
    const client = { 'X-Hydrogen-Client-ID': 'sandbox-client', 'content-type': 'application/json' };
    const post = async (path: string, body: object, header: object) => {
      const response = await fetch(host.preview.sandboxUrl + path, {
        method: 'POST',
        headers: { ...client, ...header },
        body: JSON.stringify(body),
      });
      expect(response.ok).toBe(true);
      return (await response.json()) as Record<string, string>;
    };
    const { token } = await post(
      '/hserve/v2.5/idp/wechat/silent-login/',
      { code: 'a', create_user: true },
      {},
    );
    return post(
      '/hserve/v2.2/idp/pay/order/',
      { gateway_type: 'weixin_tenpay', total_cost: 19.9, merchandise_description: 'coffee' },
      { Authorization: `Hydrogen-r1 ${token}` },
    );
  };
  const statusOf = async (transactionNo: string | undefined) => {
    const orders = await sandboxControl(host.preview.sandboxUrl).orders();
    return orders.find(({ transaction_no }) => transaction_no === transactionNo);
  };

  test('settles the order after a delay', async () => {
    const { transaction_no, ...parameters } = await order();
    expect(await statusOf(transaction_no)).toMatchObject({
      status: 'pending',
      total_fen: 1990,
      paid_at: null,
    });
    await host.set({ payment: 'paid' });
    expect(await host.wx('requestPayment', parameters)).toEqual({ errMsg: 'requestPayment:ok' });
    expect((await statusOf(transaction_no))?.status).toBe('pending');
    await until('the notice', async () => (await statusOf(transaction_no))?.status !== 'pending');
    expect(await statusOf(transaction_no)).toMatchObject({ status: 'success' });
  });

  test.each([
    ['cancelled', 'requestPayment:fail cancel'],
    ['failed', 'requestPayment:fail payment failed'],
  ] as const)('leaves the order pending when it is %s', async (payment, message) => {
    const { transaction_no, ...parameters } = await order();
    await host.set({ payment });
    await expect(host.wx('requestPayment', parameters)).rejects.toThrow(message);
    expect((await statusOf(transaction_no))?.status).toBe('pending');
  });

  test('shows a sheet that the person can cancel', async () => {
    const { transaction_no, ...parameters } = await order();
    await host.set({ payment: 'ask' });
    const outcome = host.wx('requestPayment', parameters);
    await host.send('Tool.native', { method: 'closePaymentDialog' });
    await expect(outcome).rejects.toThrow('requestPayment:fail cancel');
    expect((await statusOf(transaction_no))?.status).toBe('pending');
  });

  test('fails without all parameters and for an unknown order', async () => {
    await expect(host.wx('requestPayment', { package: 'prepay_id=1' })).rejects.toThrow(
      'parameter.timeStamp',
    );
    await host.set({ payment: 'paid' });
    const unknown = { timeStamp: '1', nonceStr: '1', package: 'prepay_id=none', paySign: '1' };
    await expect(host.wx('requestPayment', unknown)).rejects.toThrow('requestPayment:fail');
  });
});
