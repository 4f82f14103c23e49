import { configurePaymentHistory, paymentHistory } from '../../../miniprogram/configure';
import { exportTable } from '../../../miniprogram/features/payment-statistics/export-table';
import { csvOf } from '../../../miniprogram/features/payment-statistics/csv';
import { statisticsOf } from '../../../miniprogram/domain/payment-sums';
import { readingOf } from '../../../miniprogram/features/payment-statistics/reading';
import { startSandbox, type SandboxOptions } from '../../../sandbox/server';
import { textsIn } from '../../../miniprogram/texts/texts';
import { until } from '../../../testing/until';
import { wxRequest } from '../../support/wx';

const NOW = '2026-11-23T16:00:00+08:00';
const THIS_YEAR = 2026;

let close: () => Promise<void> = () => Promise.resolve();
afterEach(() => close());

/** The reading of a user in the sandbox, over HTTP. */
async function start(options: SandboxOptions) {
  const sandbox = await startSandbox({ now: NOW, control: true, ...options });
  close = () => sandbox.close();
  const host = sandbox.url;
  let listener = (): void => undefined;
  let user = 1;
  const away = { by: 0 };
  const tokens = new Map<number, string>();
  const signIn = async (one: number) => {
    const response = await fetch(`${host}/hserve/v2.5/idp/wechat/silent-login/`, {
      method: 'POST',
      headers: { 'X-Hydrogen-Client-ID': 'sandbox-client', 'Content-Type': 'application/json' },
      body: JSON.stringify({ code: `user-${one}`, create_user: true }),
    });
    tokens.set(one, ((await response.json()) as { token: string }).token);
    user = one;
    listener();
  };
  await signIn(1);
  configurePaymentHistory({
    host,
    clientId: 'sandbox-client',
    perMinute: Infinity,
    transport: wxRequest,
    retries: 0,
    session: {
      token: () => Promise.resolve(tokens.get(user) ?? ''),
      drop: () => undefined,
      onUserChange: (call) => {
        listener = call;
        return () => undefined;
      },
    },
    platform: { now: () => Date.parse(NOW) + away.by },
  });
  const asked = () => sandbox.requests().filter(({ path }) => path.includes('/pay/order/')).length;
  return { sandbox, reading: readingOf(paymentHistory()), signIn, asked, away };
}

const PAGE = {};
const complete = (reading: ReturnType<typeof readingOf>, scope: number | null) =>
  until('the end', () => Promise.resolve(reading.isComplete(scope)));

describe('reading', () => {
  it('of a year ends at the first payment before it; all time goes on from there', async () => {
    const { reading, asked } = await start({ count: 1000 });
    reading.read(PAGE, THIS_YEAR);
    await complete(reading, THIS_YEAR);
    const ofYear = asked();
    expect(reading.orders.length).toBeLessThan(1000);
    reading.read(PAGE, null);
    await complete(reading, null);
    expect(reading.orders).toHaveLength(1000);
    expect(asked()).toBe(10);
    expect(ofYear).toBeLessThan(10);
  });

  it('has a refund of an old payment as soon as the list has read it', async () => {
    const { reading, sandbox } = await start({ count: 300 });
    reading.read(PAGE, null);
    await complete(reading, null);
    const old = reading.orders.find(
      ({ status, refund }, nth) => nth > 250 && status === 'success' && refund === 'none',
    );
    const changed = await fetch(`${sandbox.url}/sandbox/orders/${old?.transactionNo}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refund_status: 'complete' }),
    });
    expect(changed.status).toBe(200);
    const before = reading.orders;
    const { orders } = paymentHistory();
    await orders.list({ limit: 100, offset: 0 });
    expect(reading.orders).toBe(before);
    await orders.list({ limit: 100, offset: 200 });
    expect(reading.orders.find(({ key }) => key === old?.key)?.refund).toBe('complete');
    expect(reading.orders).toHaveLength(300);
  });

  it('stops with its reader and goes on where it was', async () => {
    const { reading, asked } = await start({ count: 1000 });
    reading.read(PAGE, null);
    await until('two pages', () => Promise.resolve(reading.orders.length >= 200));
    reading.stop(PAGE);
    await until('the last answer', () => Promise.resolve(reading.paging.phase === 'ready'));
    // The next page would have been requested with the answer.
    expect(asked()).toBe(reading.orders.length / 100);
    expect(asked()).toBeLessThan(10);
    reading.read(PAGE, null);
    await complete(reading, null);
    expect(asked()).toBe(10);
  });

  it('reads the newest page again after a minute without a reader', async () => {
    const { reading, asked, away } = await start({ count: 150 });
    reading.read(PAGE, null);
    await complete(reading, null);
    reading.stop(PAGE);
    away.by = 61_000;
    reading.read(PAGE, null);
    await until('the newest page', () => Promise.resolve(reading.paging.phase === 'ready'));
    expect(asked()).toBe(3);
    expect(reading.orders).toHaveLength(150);
  });

  it('forgets everything when another user signs in', async () => {
    const { reading, signIn, sandbox } = await start({ count: 150 });
    reading.read(PAGE, null);
    await complete(reading, null);
    const signedIn = signIn(2);
    await until('an empty reading', () => Promise.resolve(reading.orders.length < 150));
    await signedIn;
    await complete(reading, null);
    expect(reading.orders).toHaveLength(sandbox.orders(2).length);
  });

  it('repeats a page that failed only on demand', async () => {
    const { reading, sandbox, asked } = await start({ count: 300 });
    await fetch(`${sandbox.url}/sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'status', status: 500, times: 1, match: { minOffset: 50 } }),
    });
    reading.read(PAGE, null);
    await until('a failure', () => Promise.resolve(reading.paging.phase === 'append-failed'));
    expect(reading.isComplete(null)).toBe(false);
    expect(asked()).toBe(2);
    await reading.retry();
    await complete(reading, null);
    expect(reading.orders).toHaveLength(300);
  });

  it('repeats a page that failed for a person who comes back', async () => {
    const { reading, sandbox, asked } = await start({ count: 300 });
    await fetch(`${sandbox.url}/sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'status', status: 500, times: 1, match: { minOffset: 50 } }),
    });
    reading.read(PAGE, null);
    await until('a failure', () => Promise.resolve(reading.paging.phase === 'append-failed'));
    expect(reading.isComplete(null)).toBe(false);
    expect(asked()).toBe(2);
    reading.read(PAGE, null);
    expect(asked()).toBe(2);
    reading.stop(PAGE);
    reading.read(PAGE, null);
    await complete(reading, null);
    expect(reading.orders).toHaveLength(300);
  });
});

/** Orders in other currencies with every refund state, some with a refunded amount. */
function foreignOrders() {
  const refunds = [null, 'partial', 'complete', 'failed', 'partial'];
  return Array.from({ length: 150 }, (_, nth) => ({
    currency_type: ['USD', 'HKD', 'EUR'][nth % 3],
    total_fen: 1_000 + nth * 37,
    refund_status: refunds[nth % 5],
    status: nth % 11 === 0 ? 'pending' : 'success',
    created_at: Date.parse(NOW) / 1000 - nth * 5 * 86_400,
    ...(nth % 5 === 4 && { wire: { refund_amount: '7.77' } }),
  }));
}

/** The sums of each currency and month by SQL; Beijing is eight hours ahead of UTC all year. */
const SUMS = `
  SELECT currency_type || strftime(' %Y-%m', created_at + 28800, 'unixepoch') AS name,
         sum(total_fen - back) AS net, sum(back) AS refunded, count(*) AS payments
  FROM (SELECT *, CASE refund WHEN 'complete' THEN total_fen
                              WHEN 'partial' THEN coalesce(json_extract(extras, '$.wire.refund_amount') * 100, 0)
                              ELSE 0 END AS back
        FROM (SELECT *, CASE WHEN trim(coalesce(refund_status, '')) <> '' THEN trim(refund_status)
                             WHEN status IN ('complete', 'partial') THEN status
                             ELSE '' END AS refund
              FROM orders WHERE user = 1 AND status IN ('success', 'complete', 'partial')))
  GROUP BY name ORDER BY name`;

interface Row {
  name: string;
  net: number;
  refunded: number;
  payments: number;
}

test('the sums of 5,000 payments in four currencies equal those of the database', async () => {
  const { reading, sandbox } = await start({ count: 4850 });
  for (const order of foreignOrders()) {
    await fetch(`${sandbox.url}/sandbox/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order),
    });
  }
  reading.read(PAGE, null);
  await complete(reading, null);
  expect(reading.orders).toHaveLength(5000);
  const stored = sandbox.query<Row>(SUMS);
  const years = [...new Set(stored.map(({ name }) => Number(name.slice(4, 8))))];
  const months = years.flatMap((year) =>
    statisticsOf(reading.orders, year).flatMap(({ currency, periods }) =>
      periods.map(({ period, netFen, payments }) => ({
        name: `${currency} ${year}-${String(period?.month).padStart(2, '0')}`,
        ...{ net: netFen, payments },
      })),
    ),
  );
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  expect(months.sort(byName)).toEqual(
    stored
      .map(({ name, net, payments }) => ({ name, net: Math.round(net), payments }))
      .sort(byName),
  );
  const all = statisticsOf(reading.orders, null);
  expect(all.map(({ currency }) => currency).sort()).toEqual(['CNY', 'EUR', 'HKD', 'USD']);
  expect(all.every(({ isRefundUnclear }) => isRefundUnclear)).toBe(true);
  for (const { currency, netFen, refundedFen, payments } of all) {
    const own = stored.filter(({ name }) => name.startsWith(currency));
    const sum = (of: (row: Row) => number) => Math.round(own.reduce((to, row) => to + of(row), 0));
    expect({ netFen, refundedFen, payments }).toEqual({
      netFen: sum(({ net }) => net),
      refundedFen: sum(({ refunded }) => refunded),
      payments: sum((row) => row.payments),
    });
  }
});

/** What the export has of each payment, by SQL; unclear amounts are empty. */
const EXPORTED = `
  SELECT datetime(created_at + 28800, 'unixepoch') AS time, trim(merchandise_description) AS description,
         currency_type AS currency, printf('%d.%02d', total_fen / 100, total_fen % 100) AS amount,
         CASE refund WHEN '' THEN '' WHEN 'partial' THEN '部分退款'
                     WHEN 'complete' THEN '已退款' WHEN 'failed' THEN '退款失败' END AS refund,
         CASE WHEN back IS NULL THEN '' ELSE printf('%d.%02d', back / 100, back % 100) END AS refunded,
         CASE WHEN back IS NULL THEN '' ELSE printf('%d.%02d', (total_fen - back) / 100, (total_fen - back) % 100) END AS net,
         coalesce(trade_no, '') AS tradeNo, transaction_no AS transactionNo
  FROM (SELECT *, CASE refund WHEN 'complete' THEN total_fen
                              WHEN 'partial' THEN CAST(round(json_extract(extras, '$.wire.refund_amount') * 100) AS INTEGER)
                              ELSE 0 END AS back
        FROM (SELECT *, CASE WHEN trim(coalesce(refund_status, '')) <> '' THEN trim(refund_status)
                             WHEN status IN ('complete', 'partial') THEN status
                             ELSE '' END AS refund
              FROM orders WHERE user = 1 AND status IN ('success', 'complete', 'partial')))`;

/** Reads CSV by RFC 4180, and takes away what keeps a text a text in a spreadsheet. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let at = 1; at < csv.length; at = cells.lastIndex) {
    cells.lastIndex = at;
    const [, quoted, plain = '', end] = cells.exec(csv) ?? [];
    if (end === undefined) throw new Error(`no cell at ${at}: ${csv.slice(at, at + 40)}`);
    row.push((quoted?.replace(/""/g, '"') ?? plain).replace(/^'/, ''));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test('the export of 5,000 payments in four currencies equals the database, to the last cell', async () => {
  const { reading, sandbox } = await start({ count: 4850 });
  const hostile = ['=1+1', '"a", b', 'line\nbreak', "it's", '007', '-1', '名称，逗号'];
  for (const [nth, order] of foreignOrders().entries()) {
    await fetch(`${sandbox.url}/sandbox/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...order, merchandise_description: hostile[nth % hostile.length] }),
    });
  }
  reading.read(PAGE, null);
  await complete(reading, null);
  const table = exportTable(reading.orders, null, textsIn('zh-CN'));
  const csv = csvOf(table);
  expect(csv.startsWith('\uFEFF下单时间（北京时间）,商品说明,支付方式,币种,金额,')).toBe(true);
  const [names = [], ...rows] = parsed(csv);
  expect(rows).toEqual(table.slice(1).map((cells) => cells.map((cell) => cell.replace(/^'/, ''))));
  const sorted = (list: readonly string[]) => [...list].sort();
  const without = (cells: readonly string[]) => JSON.stringify(cells.filter((_, nth) => nth !== 2));
  const stored = sandbox.query<Record<string, string>>(EXPORTED);
  expect(names).toHaveLength(10);
  expect(rows).toHaveLength(stored.length);
  expect(sorted(rows.map(without))).toEqual(
    sorted(stored.map((one) => JSON.stringify(Object.values(one)))),
  );
  const year = exportTable(reading.orders, THIS_YEAR, textsIn('en'));
  expect(year.slice(1).every(([time = '']) => time.startsWith(`${THIS_YEAR}-`))).toBe(true);
  expect(year).toHaveLength(
    1 + stored.filter(({ time = '' }) => time.startsWith(`${THIS_YEAR}-`)).length,
  );
});
