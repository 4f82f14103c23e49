import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

interface Manifest {
  readonly version: string;
  readonly dependencies?: object;
  readonly scripts: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
}

const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Manifest;
const keys = Object.keys(manifest.exports);
const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** Runs a command-line tool of node_modules. @returns Its output, also when it fails. */
function run(tool: string, ...options: string[]): { readonly status: number; output: string } {
  try {
    const bin = path.join(ROOT, 'node_modules/.bin', tool);
    return { status: 0, output: execFileSync(bin, options, { cwd: ROOT, encoding: 'utf8' }) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { status, output: stdout + stderr };
  }
}

describe('the packed package', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'package-'));
  let tarball = '';
  let files: string[] = [];

  beforeAll(() => {
    const options = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
    const [packed] = JSON.parse(
      execFileSync('npm', options, { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' }),
    ) as { filename: string; files: { path: string }[] }[];
    tarball = path.join(folder, packed?.filename ?? '');
    files = packed?.files.map((file) => file.path) ?? [];
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('holds the two pages and nothing of the demo app', () => {
    expect(files).toContain('dist/index.js');
    for (const page of ['payments/payments', 'payment/payment'])
      expect(files).toContain(`dist/pages/${page}.wxml`);
    const demo = /^dist\/(app\.|demo\/|sitemap\.json|theme\.json)/;
    expect(files.filter((file) => demo.test(file))).toEqual([]);
  });

  it('holds only scripts that an exported file loads', () => {
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      const source = readFileSync(path.join(ROOT, file), 'utf8');
      for (const [, target = ''] of source.matchAll(/require\("(\.[^"]+)"\)/g)) {
        visit(path.posix.join(path.posix.dirname(file), target.replace(/(\.js)?$/, '.js')));
      }
    };
    const scripts = files.filter((file) => /^dist\/(?!vant\/).*\.js$/.test(file));
    const isEntry = (file: string) => !/^dist\/(chunks\/|texts\/(zh-cn|en)\.js)/.test(file);
    scripts.filter(isEntry).forEach(visit);
    expect(scripts.filter((file) => !reached.has(file))).toEqual([]);
    expect(
      scripts.filter((file) =>
        readFileSync(path.join(ROOT, file), 'utf8').includes('requestPayment'),
      ),
    ).toEqual([]);
  });

  it('installs no other package and runs nothing where it is installed', () => {
    expect(manifest.dependencies).toBeUndefined();
    const onInstall = ['preinstall', 'install', 'postinstall', 'prepare'];
    expect(onInstall.filter((name) => name in manifest.scripts)).toEqual([]);
  });

  it('refers to nothing that is not inside it', () => {
    const missing = files.flatMap((file) => {
      const from = path.posix.dirname(file);
      if (file.startsWith('dist/') && file.endsWith('.json')) {
        const { usingComponents = {} } = JSON.parse(textOf(file)) as {
          usingComponents?: Record<string, string>;
        };
        return Object.values(usingComponents)
          .map((target) => `${path.posix.join(from, target)}.json`)
          .filter((target) => !files.includes(target));
      }
      if (!file.endsWith('.js')) return [];
      return [...textOf(file).matchAll(/require\(["']([^"']+)["']\)/g)]
        .map(([, target = '']) => path.posix.join(from, target.replace(/(\.js)?$/, '.js')))
        .filter((target) => !files.includes(target));
    });
    expect(missing).toEqual([]);
  });

  it('holds the used files of Vant with the notice of its licence', () => {
    expect(files).toContain('dist/vant/button/index.wxml');
    expect(files.filter((file) => file.startsWith('dist/vant/')).length).toBeLessThan(50);
    expect(files).toContain('dist/vant/LICENSE');
    expect(textOf('dist/vant/LICENSE')).toBe(textOf('node_modules/@vant/weapp/LICENSE'));
  });

  it.each(['README.md', 'README.zh-CN.md'])('holds the documents that %s links to', (document) => {
    const links = [...textOf(document).matchAll(/\]\(([^)#]+)\)|src="([^"]+)"/g)].map(
      ([, link, picture]) => link ?? picture ?? '',
    );
    const own = links.filter((link) => !/^https?:/.test(link));
    expect(own.length).toBeGreaterThan(5);
    expect(own.filter((link) => !files.includes(link))).toEqual([]);
  });

  it('holds what its documents link to', () => {
    const documents = files.filter((file) => file.endsWith('.md'));
    const links = documents.flatMap((document) => {
      const text = textOf(document).replace(/^```[\s\S]*?^```$/gm, '');
      return [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)|src="([^"]+)"/g)]
        .map(([, link, picture]) => link ?? picture ?? '')
        .filter((link) => !/^https?:/.test(link))
        .map((link) => ({ document, link }));
    });
    expect(documents.length).toBeGreaterThan(40);
    expect(links.length).toBeGreaterThan(100);
    const isInside = (target: string) =>
      files.some((file) => file === target || file.startsWith(`${target}/`));
    const broken = links.filter(
      ({ document, link }) => !isInside(path.posix.join(path.posix.dirname(document), link)),
    );
    expect(broken).toEqual([]);
  });

  it('holds the changes of its version and the README of every component', () => {
    expect(files).toContain('CHANGELOG.md');
    expect(textOf('CHANGELOG.md')).toMatch(new RegExp(`^## ${manifest.version} `, 'm'));
    expect(files).toContain('miniprogram/features/payment-history/README.md');
    expect(files.filter((file) => /^miniprogram\/(?!.*README\.md$)/.test(file))).toEqual([]);
  });

  it('holds the testing kit outside of dist, which is all that WeChat reads', () => {
    const kit = manifest.exports['./testing'];
    expect(kit).toEqual({
      types: './testing/dist/index.d.ts',
      default: './testing/dist/index.js',
    });
    expect(files).toEqual(
      expect.arrayContaining(['testing/dist/index.js', 'testing/dist/index.d.ts']),
    );
    expect(files.filter((file) => /^dist\/.*testing/.test(file))).toEqual([]);
  });

  it('exports files that lie at the same path below dist, where WeChat looks for them', () => {
    const outside = ['./package.json', './testing'];
    for (const key of keys.filter((key) => !outside.includes(key))) {
      const target = manifest.exports[key];
      const file = typeof target === 'string' ? target : target?.default;
      const name = key === '.' ? 'index' : key.slice(2);
      const extension = path.extname(name) ? '' : '.js';
      expect(file).toBe(`./dist/${name}${extension}`);
      expect(files).toContain(`dist/${name}${extension}`);
    }
  });

  it('has no finding of publint', () => {
    const { status, output } = run('publint', tarball, '--strict');
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(output).toContain('All good!');
  });

  it('resolves with its types in node10, node16 and bundlers', () => {
    const entryPoints = keys.filter((key) => !/\.(wxml|wxss)$/.test(key));
    const { status, output } = run('attw', tarball, '--entrypoints', ...entryPoints);
    expect({ status, output }).toMatchObject({ status: 0 });
  });
});

test('the public API is the one that docs/public.api.md records', () => {
  // After an intended change: npx api-extractor run --local
  const { status, output } = run('api-extractor', 'run');
  expect({ status, output }).toMatchObject({ status: 0 });
  expect(existsSync(path.join(ROOT, 'docs/public.api.md'))).toBe(true);
});

/** The sources that are evaluated where Node runs a script of the package. */
function evaluatedBy(script: string): readonly string[] {
  const print = 'console.log(JSON.stringify(Object.keys(require.cache)))';
  const scripts = JSON.parse(
    execFileSync(process.execPath, ['-e', `${script}; ${print}`], { cwd: ROOT, encoding: 'utf8' }),
  ) as string[];
  return scripts.flatMap((file) => {
    const map = path.join(ROOT, 'dist-maps', `${path.relative(path.join(ROOT, 'dist'), file)}.map`);
    // A module that only exports what chunks hold has no map.
    if (!existsSync(map)) return [];
    return (JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] }).sources;
  });
}

test('importing the package evaluates none of the user interface', () => {
  const sources = evaluatedBy(`require('./dist/index.js')`);
  expect(sources.join('\n')).toContain('services/orders/orders.ts');
  expect(
    sources.filter((file) => /miniprogram\/(state|texts|components|features)\//.test(file)),
  ).toEqual([]);
});

test('the history evaluates nothing of the statistics', () => {
  const globals = 'Object.assign(globalThis, { Component() {}, wx: {} })';
  const evaluated = (feature: string) =>
    evaluatedBy(`${globals}; require('./dist/features/${feature}/${feature}.js')`);
  const isOfStatistics = (file: string) => /statistics/.test(file);
  expect(evaluated('payment-statistics').filter(isOfStatistics).length).toBeGreaterThan(3);
  expect(evaluated('payment-history').length).toBeGreaterThan(20);
  expect(evaluated('payment-history').filter(isOfStatistics)).toEqual([]);
});
