import { readFileSync } from 'node:fs';
import { decodePage } from '../../miniprogram/services/orders/decode-page';
import { installSdk } from '../support/minapp-sdk';
import { examplesOf, errorsIn, run } from './support/examples';
import { LOGIN, startWithOrders } from './support/sandbox';

const service = examplesOf('docs/service.md');

test('the examples compile, and an example that does not compile is reported', () => {
  expect(service.promised.length).toBeGreaterThan(0);
  const wrong = { page: 'wrong.md', code: '\nexport const count: string = 1;', promised: [] };
  expect(errorsIn([service, wrong])).toEqual([
    "wrong.md:2: Type 'number' is not assignable to type 'string'.",
  ]);
});

describe('run against the sandbox', () => {
  let stop = () => Promise.resolve();
  afterEach(() => stop());
  const start = async () => {
    const started = await startWithOrders({ clientId: 'abc', now: '2026-11-23T12:00:00+08:00' });
    stop = () => started.sandbox.close();
    const { url } = started.sandbox;
    return { ...started, url, replacements: { 'https://abc.myminapp.com': url } };
  };

  test('the examples of docs/service.md print the documented output', async () => {
    const { url, replacements } = await start();
    installSdk('abc', url);
    const token = async () => {
      const response = await fetch(`${url}${LOGIN}`, {
        method: 'POST',
        headers: { 'X-Hydrogen-Client-ID': 'abc', 'Content-Type': 'application/json' },
        body: JSON.stringify({ code: 'c', create_user: true, login_with_unionid: false }),
      });
      return ((await response.json()) as { token: string }).token;
    };
    const printed = await run(service, replacements, { getApp: () => ({ user: 'anna', token }) });
    expect(printed).toEqual(service.promised);
  });
});

describe('the table of fields', () => {
  const rows = readFileSync('docs/service.md', 'utf8')
    .split('## Fields')[1]!
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line.split('|').map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '')),
    );
  const wire = rows.map((cells) => cells[1]?.[0] ?? '');
  const domain = new Set(rows.flatMap((cells) => cells[2] ?? []));

  /** A proxy that records the names of the properties that are read. */
  const observed = (value: object, prefix: string, names: Set<string>): object =>
    new Proxy(value, {
      get(target, name) {
        if (typeof name === 'string') names.add(`${prefix}${name}`);
        return Reflect.get(target, name) as unknown;
      },
    });

  const names = new Set<string>();
  const response = observed({ transaction_id: 'W' }, 'wechat_response.', names);
  const info = { wechat_response: response, payment_parameters: {} };
  const row = { id: 1, status: 'pending', total_cost: 1, created_at: 1 };
  const page = decodePage(
    { objects: [observed({ ...row, gateway_extra_info: observed(info, '', names) }, '', names)] },
    { limit: 20, offset: 0 },
    [],
    { details: true, onPaymentParameters: () => undefined },
  );

  test('lists every wire field that is read, and no other', () => {
    expect([...wire].sort()).toEqual([...names].sort());
  });

  test('lists every field of an order, and no other', () => {
    const { wechat, ...order } = page?.orders[0] ?? {};
    const fields = [...Object.keys(order), 'wechat'];
    const ofWechat = Object.keys(wechat ?? {}).map((name) => `wechat.${name}`);
    expect([...domain].sort()).toEqual([...fields, ...ofWechat].sort());
  });
});
