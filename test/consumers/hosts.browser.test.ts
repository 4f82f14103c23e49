import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Detail } from '../../testing/detail';
import { History } from '../e2e/support/history';
import { scenario, useStage, type Stage } from '../e2e/support/stage';
import { until } from '../../testing/until';
import { writeFigures } from '../support/figures';
import { buildFrameworkHost, buildHost, compileForUpload, rawSizes, sizesOfModule } from './host';
import { askForInvoice, continuePayment, openPayment } from './journeys';

/** The first build installs WeChat's tools, or a framework. */
const BUILD_MS = 900_000;
const SIZES = 'docs/sizes.md';
const ROOT = path.join(__dirname, '../..');

/** A host of this folder, beside the native one. */
interface Kind {
  readonly name: string;
  /** Builds it. @returns The built mini program. */
  readonly build: (folder: string) => string;
  /** Where its built mini program is, as the preview's option. */
  readonly dist: (folder: string) => string;
  readonly page?: string;
  /** Messages of the preview about things that the framework does and a mini program has no need for. */
  readonly expected?: RegExp;
}

/** The native host with nothing but its list. */
const LIST_ALONE = 'list alone';

const inHost = (name: string, output: string) => path.join(__dirname, name, output);

const KINDS: readonly Kind[] = [
  {
    name: LIST_ALONE,
    build: (folder) => {
      const { dist } = buildHost('native', folder);
      writeFileSync(
        path.join(dist, 'app.json'),
        JSON.stringify({
          pages: ['pages/payments/payments'],
          lazyCodeLoading: 'requiredComponents',
        }),
      );
      return dist;
    },
    dist: (folder) => path.join(folder, 'dist'),
  },
  {
    name: 'subpackage',
    build: (folder) => buildHost('subpackage', folder, 'packages/payments').dist,
    dist: (folder) => path.join(folder, 'dist'),
    page: '/packages/payments/pages/payments/payments',
  },
  {
    name: 'headless',
    build: (folder) => buildHost('headless', folder).dist,
    dist: (folder) => path.join(folder, 'dist'),
  },
  {
    name: 'taro',
    build: (folder) => buildFrameworkHost('taro', folder, 'dist'),
    dist: () => inHost('taro', 'dist'),
    // Taro keeps the tags of all pages in one template file, and gives its elements properties without a value.
    expected:
      /base\.wxml:\d+ uses <payment-detail>|property "\w+" received type-incompatible value/,
  },
  {
    name: 'uni-app',
    build: (folder) => buildFrameworkHost('uni-app', folder, 'dist/build/mp-weixin'),
    dist: () => inHost('uni-app', 'dist/build/mp-weixin'),
    expected: /preloadAssets/,
  },
];

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** Replaces the row of a host in the table between the markers of docs/sizes.md. */
const writeSizes = (name: string, project: string, dist: string): void => {
  const raw = rawSizes(dist);
  const compiled = compileForUpload(project);
  const uploaded = Object.fromEntries(
    Object.entries(raw).filter(([file]) => compiled[file] !== undefined),
  );
  const [inFolder, used, result] = [raw, uploaded, compiled].map(sizesOfModule);
  expect(result?.total).toBeGreaterThan(0);
  const cells = [inFolder, used, result].map((sizes) => kilobytes(sizes?.total ?? 0));
  const biggest = result?.biggest.map(({ file, bytes }) => `${file} ${kilobytes(bytes)}`);
  const row = `| ${name} | ${cells.join(' | ')} | ${biggest?.slice(0, 3).join(', ')} |`;
  const table = readFileSync(path.join(ROOT, SIZES), 'utf8').match(/^\|.*$/gm) ?? [];
  const others = table.filter((line) => !line.startsWith(`| ${name} `));
  writeFigures('sizes', [...others, row].join('\n'), SIZES);
};

/** Takes the messages that a framework causes; others fail the scenario. */
const expectMessages = (stage: Stage, expected: RegExp | undefined): void => {
  const complaints = stage.expectConsole();
  expect(complaints.filter((line) => !expected?.test(line))).toEqual([]);
};

const hosts = process.env['ALL_HOSTS'] ? describe : describe.skip;

hosts.each(KINDS)('a $name host', ({ name, build, dist, page, expected }) => {
  const folder = path.join(os.tmpdir(), `${name}-host-${process.pid}`);
  let built = '';
  beforeAll(() => {
    mkdirSync(folder);
    built = build(folder);
  }, BUILD_MS);
  const stage = useStage(['--dist', dist(folder)]);
  afterAll(() => rmSync(folder, { recursive: true }));

  test("compiles by WeChat's compiler; its sizes go to docs/sizes.md", () => {
    writeSizes(name, name === 'uni-app' || name === 'taro' ? built : folder, built);
  });

  if (name === 'headless') {
    scenario(
      'shows the payments of its own page, and further ones as it scrolls',
      stage,
      async () => {
        await stage.sandbox.reset({ count: 30 });
        await stage.miniProgram.callWxMethod('reLaunch', { url: '/pages/payments/payments' });
        const rows = async () => {
          const current = await stage.miniProgram.currentPage();
          const found = (await current?.$$('.payment')) as readonly unknown[] | undefined;
          return found?.length;
        };
        await until('the first page', async () => (await rows()) === 20);
        await stage.miniProgram.callWxMethod('pageScrollTo', { scrollTop: 100_000, duration: 0 });
        await until('all payments', async () => (await rows()) === 30);
      },
    );
    return;
  }

  const history = new History(stage, ...(page ? [page] : []));
  const detail = new Detail(stage);

  scenario('shows the payments down to the oldest', stage, async () => {
    await stage.sandbox.reset({ count: 95 });
    await history.open();
    expect((await history.allRows()).length).toBe(95);
    expect(await history.footer()).toBe('end');
    expectMessages(stage, expected);
  });
  if (name === LIST_ALONE) return;

  scenario('opens a payment on its own page', stage, async () => {
    await openPayment(stage, history, detail);
    expectMessages(stage, expected);
  });

  if (name !== 'subpackage') {
    scenario('handles an event of a tag by its name in the framework', stage, async () => {
      await askForInvoice(stage, history, detail);
      expectMessages(stage, expected);
    });
  }

  scenario('continues a pending payment with its own checkout', stage, async () => {
    await continuePayment(stage, history);
    expectMessages(stage, expected);
  });
});
