import type { ApiErrorKind } from '../../../miniprogram/services/api-error';
import { createHttpClient } from '../../../miniprogram/services/http/client';
import { createCancellation } from '../../../miniprogram/core/cancellation';
import { createOrders } from '../../../miniprogram/services/orders/orders';
import { fixedToken, silentLogin } from '../../../miniprogram/services/session/session';
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

/** Repeats as a phone does, but without the long pauses. */
const PATIENT = { retries: 2, backOffMs: 10 };

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
  // A 401 costs the token: one more login, one more try.
  [{ kind: 'status', status: 401 }, 'unauthorized', 2],
])('%j for ever is %s after so many requests: %p', async (fault, kind, requests) => {
  const { control, orders, lists } = await start({}, { ...PATIENT, timeoutMs: 150 });
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
])('one %j is not noticed', async (fault) => {
  const { control, orders, lists } = await start({}, PATIENT);
  await control('POST', '/faults', { ...fault, times: 1, match: { path: LIST } });
  await expect(orders.list()).resolves.toMatchObject({ totalCount: 95 });
  expect(lists()).toHaveLength(2);
});

test('a kind that no server makes: cancelled, and the request is really aborted', async () => {
  const { control, orders, lists, sandbox } = await start({}, PATIENT);
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

test('Retry-After of the server decides about the pause', async () => {
  const { control, orders, lists } = await start({}, { ...PATIENT, backOffMs: 60_000 });
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

test('stalling for ever ends with the deadline, repetitions included', async () => {
  const { control, orders } = await start({}, { ...PATIENT, timeoutMs: 5000, deadlineMs: 200 });
  await control('POST', '/faults', { kind: 'stall', match: { path: LIST } });
  await expect(orders.list()).rejects.toMatchObject({ kind: 'timeout', status: null });
});

test('a session that never gives a token ends with the deadline too', async () => {
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

test('a storm of twenty different requests refused at once costs one login', async () => {
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

test('another user is announced before anything of theirs is told', async () => {
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

test('a next link to elsewhere is not followed, and a redirect does not carry the token away', async () => {
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
