import { createHttpClient } from '../../../miniprogram/services/http/client';
import { createOrders } from '../../../miniprogram/services/orders/orders';
import { sdkSession } from '../../../miniprogram/services/session/sdk-session';
import { installSdk } from '../../support/minapp-sdk';
import { installWx } from '../../support/wx';
import { LIST, LOGIN, startWithOrders } from '../support/sandbox';

/** The order service and the published minapp-sdk use one sandbox. */
let started: Awaited<ReturnType<typeof startWithOrders>>;
afterEach(() => started.sandbox.close());
const start = async (...codes: string[]) => {
  started = await startWithOrders();
  installWx(...codes);
  const { url: host } = started.sandbox;
  const { sdk, stored } = installSdk('sandbox-client', host);
  const http = createHttpClient({
    host,
    clientId: 'sandbox-client',
    session: sdkSession(() => wx.BaaS),
    perMinute: Infinity,
  });
  const count = (request: string) => started.asked().filter((asked) => asked === request).length;
  return { ...started, orders: createOrders(http), sdk, stored, count };
};

test('twenty concurrent requests cost one login of the SDK, which then has the session', async () => {
  const { orders, stored, count } = await start('code');
  const pages = Array.from({ length: 20 }, (_, offset) => orders.list({ limit: 1, offset }));
  await Promise.all(pages);
  expect([count(`POST ${LOGIN}`), count(`GET ${LIST}`)]).toEqual([1, 20]);
  expect(stored.get('ifx_baas_auth_token')).toEqual(expect.stringMatching(/./));
});

test('uses a session that the app has begun', async () => {
  const { orders, sdk, count } = await start('code');
  await sdk.auth.loginWithWechat();
  await expect(orders.list()).resolves.toMatchObject({ totalCount: 95 });
  expect(count(`POST ${LOGIN}`)).toBe(1);
});

test('twenty refusals of a token that looks unexpired cost one login of the SDK', async () => {
  const { orders, control, stored, count } = await start('code');
  await orders.list();
  const before = stored.get('ifx_baas_auth_token');
  await control('POST', '/tokens/expire');
  await control('DELETE', '/requests');
  const pages = Array.from({ length: 20 }, (_, offset) => orders.list({ limit: 1, offset }));
  expect((await Promise.all(pages)).every(({ orders: [order] }) => order)).toBe(true);
  expect(count(`POST ${LOGIN}`)).toBe(1);
  expect(stored.get('ifx_baas_auth_token')).not.toBe(before);
});

test('reports another user of the SDK before their orders are read', async () => {
  const { orders, control } = await start('user-1', 'user-2');
  const log: unknown[] = [];
  orders.onUserChange(() => log.push('another user'));
  log.push((await orders.list()).totalCount);
  await control('POST', '/tokens/expire');
  log.push((await orders.list()).totalCount);
  expect(log).toEqual([95, 'another user', started.sandbox.orders(2).length]);
});
