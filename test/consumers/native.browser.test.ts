import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Detail } from '../../testing/detail';
import { History } from '../e2e/support/history';
import { scenario, useStage } from '../e2e/support/stage';
import { until } from '../../testing/until';
import { wcc, wcsc } from '../gates/compilers';
import { buildHost, compileForUpload, rawSizes, sizesOfModule, type Host } from './host';
import { continuePayment, openPayment } from './journeys';

const PACKAGE = 'hydrogen-payment-history';
/** The first build installs WeChat's tools. */
const BUILD_MS = 600_000;

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

describe('a native TypeScript mini program that installs the packed module', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'native-host-'));
  let host: Host;

  beforeAll(() => {
    host = buildHost('native', folder);
  }, BUILD_MS);
  const stage = useStage(['--dist', path.join(folder, 'dist')]);
  const history = new History(stage);
  const detail = new Detail(stage);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('installs one package, and 构建 npm warns of nothing', () => {
    expect(host.packages).toEqual([PACKAGE]);
    expect(host.warnings).toEqual([]);
    const npm = host.files.filter((file) => file.startsWith('miniprogram_npm/'));
    expect(npm).toContain(`miniprogram_npm/${PACKAGE}/vant/LICENSE`);
    expect(npm.filter((file) => !file.startsWith(`miniprogram_npm/${PACKAGE}/`))).toEqual([]);
  });

  test("WeChat's compilers compile it", () => {
    const of = (...endings: string[]) =>
      host.files.filter((file) => endings.includes(path.extname(file)));
    expect(of('.wxml').length).toBeGreaterThan(20);
    expect(wcc(of('.wxml', '.wxs'), host.dist)).toEqual({ status: 0, stderr: '' });
    expect(wcsc(of('.wxss'), host.dist)).toEqual({ status: 0, stderr: '' });
  });

  test("the module's size, raw and after WeChat's compile for an upload", () => {
    const raw = sizesOfModule(rawSizes(host.dist));
    const compiled = sizesOfModule(compileForUpload(folder));
    for (const [name, { total, vant, helpers, biggest }] of Object.entries({ raw, compiled })) {
      const files = biggest.map(({ file, bytes }) => `${file} ${kilobytes(bytes)}`).join(', ');
      process.stdout.write(
        `${PACKAGE}, ${name}: ${kilobytes(total)}, of it Vant ${kilobytes(vant)}; WeChat's helpers ${kilobytes(helpers)}; ${files}\n`,
      );
    }
    expect(raw.vant).toBeLessThan(raw.total);
    expect(compiled.total).toBeGreaterThan(0);
  });

  scenario('shows the payments down to the oldest', stage, async () => {
    await stage.sandbox.reset({ count: 95 });
    await history.open();
    await until('the first page', async () => (await history.phase()) === 'ready');
    expect((await history.allRows()).length).toBe(95);
    expect(await history.footer()).toBe('end');
  });

  scenario('the ready pages of the package show the list and a payment', stage, async () => {
    await stage.sandbox.reset({ count: 3 });
    const ready = new History(stage, `/miniprogram_npm/${PACKAGE}/pages/payments/payments`);
    await ready.open();
    const [key = ''] = await ready.keys();
    await ready.tapInRow(key, '.row');
    await until('the page of the payment', async () => {
      const page = await stage.miniProgram.currentPage();
      return page?.path === `miniprogram_npm/${PACKAGE}/pages/payment/payment`;
    });
    await until('the payment', async () => (await detail.phase()) === 'ready');
  });

  scenario('opens a payment on its own page', stage, async () => {
    await openPayment(stage, history, detail);
  });

  scenario('continues a pending payment with its own checkout', stage, async () => {
    await continuePayment(stage, history);
  });
});
