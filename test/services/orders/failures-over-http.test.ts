import type { ApiErrorKind } from '../../../miniprogram/services/api-error';
import { createHttpClient } from '../../../miniprogram/services/http/client';
import { createCancellation } from '../../../miniprogram/core/cancellation';
import { createOrders } from '../../../miniprogram/services/orders/orders';
import { fixedToken } from '../../../miniprogram/services/session/fixed-token';
import { silentLogin } from '../../../miniprogram/services/session/silent-login';
import { installWx, wxRequest } from '../../support/wx';
import { LIST, LOGIN, startWithOrders } from '../support/sandbox';
import { serve } from '../support/server';

let stop: (() => Promise<void>)[] = [];
const start = async (...options: Parameters<typeof startWithOrders>) => {
  const started = await startWithOrders(...options);
  stop.push(() => started.sandbox.close());
  return { ...started, lists: () => started.asked().filter((asked) => asked === `GET ${LIST}`) };
};
afterEach(async () => {
  await Promise.all(stop.map((close) => close()));
  stop = [];
});

/** The default repetitions with short pauses. */
const WITH_RETRIES = { retries: 2, backOffMs: 10 };

test.each<[object, ApiErrorKind, number]>([
  [{ kind: 'drop' }, 'network', 3],
  [{ kind: 'truncate' }, 'network', 3],
  [{ kind: 'stall' }, 'timeout', 3],
  [{ kind: 'garbage' }, 'malformed', 3],
  [{ kind: 'garbage', body: '{"objects": [{"id": 5, "total_co' }, 'malformed', 3],
  [{ kind: 'garbage', body: '' }, 'malformed', 3],
  [{ kind: 'garbage', body: '{"error_msg": "no"}' }, 'malformed', 1],
  [{ kind: 'garbage', body: 'null' }, 'malformed', 1],
  [{ kind: 'status', status: 500 }, 'server', 3],
  [{ kind: 'status', status: 502, body: '<html>Bad Gateway</html>' }, 'server', 3],
  [{ kind: 'status', status: 503, body: 'null' }, 'server', 3],
  [{ kind: 'status', status: 429 }, 'rate-limited', 3],
  [{ kind: 'status', status: 400 }, 'invalid-request', 1],
  [{ kind: 'status', status: 402 }, 'payment-required', 1],
  [{ kind: 'status', status: 403 }, 'forbidden', 1],
  [{ kind: 'status', status: 404 }, 'not-found', 1],
  [{ kind: 'status', status: 405, body: 'Method Not Allowed' }, 'invalid-request', 1],
  // A refused token is replaced by one more login.
  [{ kind: 'status', status: 401 }, 'unauthorized', 2],
])('the permanent fault %j is %s after %p requests', async (fault, kind, requests) => {
  // Short only where it is waited for: on a busy machine any answer may take as long.
  const timeoutMs = kind === 'timeout' ? 150 : 5000;
  const { control, orders, lists } = await start({}, { ...WITH_RETRIES, timeoutMs });
  await control('POST', '/faults', { ...fault, match: { path: LIST } });
  await expect(orders.list()).rejects.toMatchObject({
    name: 'ApiError',
    kind,
    method: 'GET',
    path: LIST,
  });
  expect(lists()).toHaveLength(requests);
});

test.each([
  { kind: 'drop' },
  { kind: 'truncate' },
  { kind: 'garbage' },
  { kind: 'status', status: 503 },
])('a single fault %j is repaired by a repetition', async (fault) => {
  const { control, orders, lists } = await start({}, WITH_RETRIES);
  await control('POST', '/faults', { ...fault, times: 1, match: { path: LIST } });
  await expect(orders.list()).resolves.toMatchObject({ totalCount: 95 });
  expect(lists()).toHaveLength(2);
});

test('cancelling aborts the request at the server', async () => {
  const { control, orders, lists, sandbox } = await start({}, WITH_RETRIES);
  await orders.list();
  await control('POST', '/faults', { kind: 'stall', match: { path: LIST } });
  const { signal, cancel } = createCancellation();
  const answer = orders.list({}, signal);
  while (lists().length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  cancel();
  await expect(answer).rejects.toMatchObject({ kind: 'cancelled', retryable: false });
  while (sandbox.requests().some(({ milliseconds }) => milliseconds === null)) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(lists()).toHaveLength(2);
});

test('the pause before a repetition is the server’s Retry-After', async () => {
  const { control, orders, lists } = await start({}, { ...WITH_RETRIES, backOffMs: 60_000 });
  const match = { path: LIST };
  await control('POST', '/faults', {
    kind: 'status',
    status: 429,
    headers: { 'Retry-After': '0' },
    times: 1,
    match,
  });
  await expect(orders.list()).resolves.toMatchObject({ totalCount: 95 });
  expect(lists()).toHaveLength(2);
  const date = new Date(Date.now() + 3_600_000).toUTCString();
  await control('POST', '/faults', {
    kind: 'status',
    status: 503,
    headers: { 'retry-after': date },
    match,
  });
  const error: unknown = await orders.list().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ kind: 'server', status: 503 });
  const { retryAfterMs } = error as { retryAfterMs: number };
  expect(retryAfterMs).toBeGreaterThan(3_590_000);
  expect(lists()).toHaveLength(3);
});

test('the deadline ends a stalled request with its repetitions', async () => {
  const { control, orders } = await start(
    {},
    { ...WITH_RETRIES, timeoutMs: 5000, deadlineMs: 200 },
  );
  await control('POST', '/faults', { kind: 'stall', match: { path: LIST } });
  await expect(orders.list()).rejects.toMatchObject({ kind: 'timeout', status: null });
});

test('the deadline ends a session that never gives a token', async () => {
  const session = fixedToken(() => new Promise<string>(() => undefined));
  const { orders } = await start({}, { session, deadlineMs: 50 });
  await expect(orders.list()).rejects.toMatchObject({ kind: 'timeout' });
});

test.each(['', 'two words', 'line\nbreak', 'ключ', undefined, null, 5, {}])(
  'the token %j is never sent',
  async (token) => {
    const { orders, asked } = await start({}, { session: fixedToken(() => token as string) });
    await expect(orders.list()).rejects.toMatchObject({ kind: 'unauthorized', status: null });
    expect(asked()).toEqual([]);
  },
);

test('twenty different requests that are refused at once cost one login', async () => {
  const { control, orders, asked } = await start({}, { perMinute: Infinity });
  await orders.list();
  await control('POST', '/tokens/expire');
  await control('DELETE', '/requests');
  const pages = await Promise.all(
    Array.from({ length: 20 }, (_, offset) => orders.list({ limit: 1, offset })),
  );
  expect(new Set(pages.map((page) => page.orders[0]?.key)).size).toBe(20);
  expect(asked().filter((request) => request === `POST ${LOGIN}`)).toHaveLength(1);
  expect(asked().filter((request) => request === `GET ${LIST}`).length).toBeLessThanOrEqual(40);
});

test('twenty equal requests are one', async () => {
  const { orders, lists } = await start();
  await Promise.all(Array.from({ length: 20 }, () => orders.list()));
  expect(lists()).toHaveLength(1);
});

test('reports another user before their orders are read', async () => {
  installWx('user-1', 'user-2');
  const { sandbox, control } = await start();
  installWx('user-1', 'user-2');
  const connection = { host: sandbox.url, clientId: 'sandbox-client' };
  const orders = createOrders(
    createHttpClient({ ...connection, session: silentLogin(connection) }),
  );
  const log: unknown[] = [];
  orders.onUserChange(() => log.push('another user'));
  log.push((await orders.list()).totalCount);
  await control('POST', '/tokens/expire');
  log.push((await orders.list()).totalCount);
  expect(log).toEqual([95, 'another user', sandbox.orders(2).length]);
});

test('follows neither meta.next nor a redirect to another host', async () => {
  const elsewhere = await serve(() => ({ body: '{"objects":[]}' }));
  stop.push(() => elsewhere.close());
  const meta = { limit: 1, offset: 0, total_count: 2, next: `${elsewhere.url}/orders/?offset=1` };
  const rows = [{ transaction_no: 'T', total_cost: 1, created_at: 1 }];
  const answers = [
    { body: JSON.stringify({ meta, objects: rows }) },
    { status: 302, headers: { location: `${elsewhere.url}/orders/` } },
  ];
  const server = await serve(() => answers.shift());
  stop.push(() => server.close());
  const orders = createOrders(
    createHttpClient({
      host: server.url,
      clientId: 'app',
      session: fixedToken('t'),
      retries: 0,
      transport: wxRequest,
    }),
  );
  const iteration = orders.all({ limit: 1 });
  await expect(iteration.next()).resolves.toMatchObject({ value: { key: 'T' } });
  await expect(iteration.next()).rejects.toMatchObject({ kind: 'malformed', status: 302 });
  expect(server.received.map(({ url }) => url.includes('offset=1'))).toEqual([false, true]);
  expect(elsewhere.received).toEqual([]);
});
