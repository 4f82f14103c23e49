import path from 'node:path';
import { parseArgs } from 'node:util';
import { EXPIRED_KEY } from '../../miniprogram/services/storage-keys';
import { launchBrowser } from '../../preview/browser';
import { ANY_PORTS, startStage } from '../../preview/stage';
import { Random } from '../../sandbox/seed/random';
import { yuan } from '../e2e/support/expected';
import { sandboxControl } from '../../sandbox/control-client';
import { until } from '../../testing/until';
import { connectDevice } from '../preview/support/device-client';
import { writeFigures } from '../support/figures';
import { act, type Situation } from './actions';
import { createPhone, type Alive, type Phone } from './phone';
import { trendOf } from './trend';

/** Actions from one quiet point to the next. */
const ACTIONS_BETWEEN = 60;
/** Timers run ten times as fast, so that retries and timeouts are a part of many actions. */
const PACE = 10;
/** The first quiet points, while caches fill, are left out of the slopes. */
const WARM_UP = 2;
const STEP_PX = 500;
/** The advice to the developer, after an action has refused the clipboard, or a fault the sign-in. */
const EXPECTED = /Payment history: (The clipboard is missing|Hydrogen refuses the sign-in)/;

interface Complaints {
  errors: string[];
  exceptions: string[];
}

interface QuietPoint extends Alive {
  readonly minutes: number;
}

/** A payment as the database has it; newest first. */
interface Stored {
  transaction_no: string;
  total_fen: number;
  currency_type: string;
}

const UNITS: readonly (readonly [name: keyof Alive, unit: string, places: number])[] = [
  ['heapMb', 'MB of heap', 2],
  ['nodes', 'DOM nodes', 0],
  ['listeners', 'listeners', 0],
  ['styleSheets', 'style sheets', 0],
  ['storageKb', 'KB of storage', 2],
];

/** Opens the history without what the person has filtered or hidden, and reads every row while scrolling. */
async function readList(phone: Phone): Promise<string[]> {
  await phone.wx('removeStorage', { key: EXPIRED_KEY });
  await phone.wx('reLaunch', { url: '/pages/payments/payments?tab=all' });
  await until('the first page', async () => (await phone.history('phase')) === 'ready');
  const places = new Map<number, string>();
  for (let scrollTop = 0; ; scrollTop += STEP_PX) {
    await phone.wx('pageScrollTo', { scrollTop, duration: 0 });
    await phone.frame();
    await until('the page that is read', async () => {
      const phase = await phone.history('phase');
      return phase === 'ready';
    });
    await phone.frame();
    const isEnd = (await phone.history('footer')) !== 'loading';
    for (const { key, amount, top } of await phone.rows())
      places.set(Math.round(top), `${key} ${amount}`);
    if (isEnd && scrollTop > (await phone.scrollHeight())) break;
  }
  return [...places].sort(([a], [b]) => a - b).map(([, row]) => row);
}

async function soak(minutes: number, seed: number): Promise<void> {
  const stage = await startStage({ dist: path.join(__dirname, '../../dist'), ports: ANY_PORTS });
  const browser = await launchBrowser();
  const complaints: Complaints = { errors: [], exceptions: [] };
  const unhandled: string[] = [];
  process.on('unhandledRejection', (reason) => unhandled.push(String(reason)));
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true });
    page.on('pageerror', (error) => complaints.exceptions.push(error.message));
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    await page.goto(`${stage.previewUrl}/device`);
    const device = await connectDevice(stage.automatorUrl, ({ method, params }) => {
      if (method === 'App.exceptionThrown') complaints.exceptions.push(JSON.stringify(params));
      if (method === 'App.logAdded' && params['type'] === 'error') {
        const line = JSON.stringify(params['args']);
        if (!EXPECTED.test(line)) complaints.errors.push(line);
      }
    });
    const phone = createPhone(device, page, cdp);
    const sandbox = sandboxControl(stage.sandbox?.url ?? '');
    await until('the device', () => device.send('App.getCurrentPage', {}).catch(() => null));
    await phone.set({ pace: PACE, payment: 'cancelled' });
    const situation: Situation = { phone, sandbox, random: new Random(seed), user: 1 };
    const start = Date.now();
    const quiet: QuietPoint[] = [];
    const wrong: string[] = [];
    const counts = new Map<string, number>();
    let actions = 0;
    let rows = 0;

    const lookQuietly = async (): Promise<void> => {
      await sandbox.clearFaults();
      await phone.set({
        network: 'wifi',
        foreground: true,
        screen: 'phone',
        textSize: 1,
        theme: 'light',
      });
      const shown = await readList(phone);
      rows += shown.length;
      const sql = `SELECT transaction_no, total_fen, currency_type FROM orders WHERE user = ${situation.user} ORDER BY created_at DESC, id DESC`;
      const stored = stage.sandbox?.query<Stored>(sql) ?? [];
      const expected = stored.map(
        (order) => `${order.transaction_no} ${yuan(order.total_fen, order.currency_type)}`,
      );
      if (JSON.stringify(shown) !== JSON.stringify(expected)) {
        const missing = expected.filter((row) => !shown.includes(row));
        const surplus = shown.filter((row) => !expected.includes(row));
        wrong.push(
          `after ${actions} actions, user ${situation.user}: ${shown.length} rows of ${expected.length}; ` +
            `${missing.length} missing, such as ${missing[0]}; not in the database: ${surplus.join(', ')}`,
        );
        console.error(wrong.at(-1));
      }
      // A page of one payment: what is alive there does not depend on the length of the list.
      await phone.wx('reLaunch', { url: '/pages/payment/payment?transaction_no=unknown' });
      await phone.frame();
      const alive = await phone.alive();
      quiet.push({ minutes: (Date.now() - start) / 60_000, ...alive });
    };

    while (Date.now() - start < minutes * 60_000) {
      for (let nth = 0; nth < ACTIONS_BETWEEN; nth++) {
        const name = await act(situation);
        counts.set(name, (counts.get(name) ?? 0) + 1);
        actions += 1;
      }
      await lookQuietly();
    }
    device.close();

    const trends = UNITS.map(([name, unit, places]) => {
      const samples = quiet.slice(WARM_UP).map((one) => ({ at: one.minutes, value: one[name] }));
      const { first, last, slope, margin } = trendOf(samples);
      const [a, b, c, d] = [first, last, slope, margin].map((value) => value.toFixed(places || 1));
      return `| ${unit} | ${a} | ${b} | ${c} ± ${d} |`;
    });
    const kinds = [...counts.keys()].length;
    const summary =
      `${minutes} minutes, seed ${seed}: ${actions} actions of ${kinds} kinds, ${quiet.length} quiet points. ` +
      `${rows} rows compared, wrong lists ${wrong.length}, console errors ${complaints.errors.length}, ` +
      `exceptions ${complaints.exceptions.length}, unhandled rejections ${unhandled.length}.`;
    const head = ['| | first | last | slope per ten minutes |', '| --- | --- | --- | --- |'];
    writeFigures('soak', [summary, '', ...head, ...trends].join('\n'));
    [...complaints.errors, ...complaints.exceptions, ...unhandled].forEach((line) =>
      console.error(line),
    );
    const problems = wrong.length + complaints.errors.length + complaints.exceptions.length;
    if (problems + unhandled.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    await stage.close();
  }
}

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
  },
});

soak(Number(values.minutes), Number(values.seed)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
