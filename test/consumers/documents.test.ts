import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Script } from 'node:vm';
import { readCliOptions } from '../../preview/cli-options';
import { readOptions } from '../../sandbox/cli-options';
import { startSandbox } from '../../sandbox/server';
import { wcc } from '../gates/compilers';
import { rowsOf } from '../gates/component-tables';
import { errorsIn, examplesOf, type Examples } from '../services/support/examples';
import { blocksIn, sectionOf } from './documents';

const ROOT = path.join(__dirname, '../..');
const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
}
const [OWN, SANDBOX, TOOLS] = ['package.json', 'sandbox/package.json', 'tools/package.json'].map(
  (file) => JSON.parse(textOf(file)) as Manifest,
);

/** Every document but the report of the API, which is generated. */
const DOCUMENTS = [
  ...readdirSync(ROOT),
  ...['bench', 'docs', 'miniprogram', 'preview', 'sandbox', 'testing', 'tools'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(folder, file),
    ),
  ),
].filter((file) => file.endsWith('.md') && !/node_modules|^docs\/public\.api/.test(file));

const BLOCKS = DOCUMENTS.flatMap((document) =>
  blocksIn(textOf(document)).map((block) => ({ document, ...block })),
);

/** The rows of the table in docs/testing.md: kind of block, documents, tests. */
const COVERED = textOf('docs/testing.md')
  .split('| block ')[1]!
  .split('\n')
  .filter((line) => line.startsWith('| `') || line.startsWith('| a '))
  .map((line) =>
    line
      .split('|')
      .slice(1, 4)
      .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)),
  );

test('docs/testing.md names a test for every block of code', () => {
  const without = BLOCKS.filter(({ document, language, file }) => {
    const kind = file ? 'file' : language || 'plain';
    return !COVERED.some(
      ([kinds = [], documents = []]) =>
        kinds.includes(kind) && (documents.length === 0 || documents.includes(document)),
    );
  });
  expect(without.map(({ document, language, code }) => [document, language, code])).toEqual([]);
  const tests = COVERED.flatMap(([, , files = []]) => files);
  expect(tests.length).toBeGreaterThan(5);
  expect(tests.filter((file) => !existsSync(path.join(ROOT, 'test', file)))).toEqual([]);
});

/** The anchors of a document, as hosts of repositories make them of its headings. */
const anchorsOf = (file: string) =>
  [...textOf(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test.each(DOCUMENTS)('the links of %s lead to files and headings', (document) => {
  const text = textOf(document).replace(/^```[\s\S]*?^```$/gm, '');
  const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => {
      const [target = '', anchor] = link.split('#');
      const file = target ? path.join(path.dirname(document), target) : document;
      if (!existsSync(path.join(ROOT, file))) return true;
      return anchor !== undefined && !anchorsOf(file).includes(decodeURIComponent(anchor));
    });
  expect(broken).toEqual([]);
});

/** Commands of the system and of WeChat DevTools. */
const SYSTEM = /^(cd|cp|mkdir|export|git worktree add|cli auto|npm (ci|pack)$)/;

const isPath = (start: string) => {
  const [folder, name] = [path.dirname(start), path.basename(start)];
  const inside = path.join(ROOT, folder);
  return existsSync(inside) && readdirSync(inside).some((entry) => entry.startsWith(name));
};

const packed = (manifest: Manifest | undefined) => `${manifest?.name}-${manifest?.version}.tgz`;

/** What is wrong with a command; null where it works. */
const mistakeIn = (command: string): string | null => {
  const plain = command
    .replace(/^(\w+=\S+ )+/, '')
    .replace(/ +#.*$/, '')
    .trim();
  if (SYSTEM.test(plain)) return null;
  const words = plain.split(/\s+/);
  const options = words.slice(words.indexOf('--') + 1);
  const [program, verb = '', ...rest] = words;
  if (program === 'npm' && verb === 'start') {
    if (words.includes('--')) readCliOptions(options, 'token');
    return null;
  }
  if (program === 'npm' && verb === 'install') {
    const files = rest.filter((word) => word.endsWith('.tgz')).map((file) => path.basename(file));
    const known = files.every((file) => [packed(OWN), packed(SANDBOX)].includes(file));
    return files.length > 0 && known ? null : 'installs another file';
  }
  if (program === 'npm') {
    const script = verb === 'run' ? (rest[0] ?? '') : verb;
    return script in { ...OWN?.scripts, ...TOOLS?.scripts } ? null : 'no such script';
  }
  if (program === 'npx' && verb === SANDBOX?.name) {
    readOptions(rest);
    return null;
  }
  if (program === 'npx' && ['jest', 'tsx'].includes(verb))
    return rest.filter((word) => !word.startsWith('-')).every(isPath) ? null : 'no such file';
  if (program === 'node' && verb === '-e') {
    const [, script = ''] = /^node -e "(.*)"$/.exec(plain) ?? [];
    // A syntax error throws.
    return script && new Script(script) ? null : 'no script';
  }
  return 'not a known command';
};

const COMMANDS = BLOCKS.filter(
  ({ language, code }) => language === 'sh' && !code.includes('curl'),
).flatMap(({ document, code }) =>
  code
    .split(/\n|&&/)
    .map((line) => line.replace(/^[\s(]+|[\s)]+$/g, ''))
    .filter((line) => line && !line.startsWith('#'))
    .map((command) => [document, command] as const),
);

test.each(COMMANDS)('%s: the command "%s" exists with its options', (_, command) => {
  expect(mistakeIn(command)).toBeNull();
});

test.each(['npm start -- --hots', 'npm run sart', 'npx jest test/none', 'npm install other.tgz'])(
  'a wrong command is reported: %s',
  (command) => {
    const look = () => mistakeIn(command) ?? 'correct';
    let found: string;
    try {
      found = look();
    } catch (error) {
      found = String(error);
    }
    expect(found).toMatch(/no such|another file|Unknown option/);
  },
);

describe('the markup of the documents', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'markup-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const markup = BLOCKS.filter(({ language }) => ['html', 'xml'].includes(language));

  test.each(markup)('$document compiles and uses what the tags have: $code', ({ code }) => {
    writeFileSync(path.join(folder, 'page.wxml'), code);
    expect(wcc(['page.wxml'], folder)).toEqual({ status: 0, stderr: '' });
    const tags = [...code.matchAll(/<(payment-\w+)([^>]*)>/g)];
    expect(tags.length).toBeGreaterThan(0);
    for (const [, tag = '', attributes = ''] of tags) {
      const { properties, events } = rowsOf(`features/${tag}`);
      const known = [
        ...properties.map(([name = '']) => name.replace(/`/g, '')),
        ...events.map(([name = '']) => `bind:${name.replace(/`/g, '')}`),
        ...['id', 'wx:if'],
      ];
      const used = [...attributes.matchAll(/([\w:-]+)=/g)].map(([, name]) => name);
      expect(used.filter((name) => !known.includes(name ?? ''))).toEqual([]);
    }
  });
});

test('the tree of README.md names folders and files that exist', () => {
  const [tree] = BLOCKS.filter(({ language, file }) => !language && !file);
  const names = [...(tree?.code ?? '').matchAll(/^( *)(\S+) /gm)].map(
    ([, indent, name = '']) => (indent ? 'miniprogram/' : '') + name,
  );
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
});

test('the examples of the READMEs compile', () => {
  const pages = [
    'sandbox/README.md',
    'miniprogram/features/payment-detail/README.md',
    'miniprogram/features/payment-history/README.md',
  ].map(examplesOf);
  expect(pages.filter(({ promised }) => promised.length === 0)).toEqual([]);
  expect(errorsIn(pages)).toEqual([]);
});

/** The pages of the statistics in both READMEs, which no host of these tests has. */
const handlersOf = (page: string): Examples => {
  const section = sectionOf(textOf(page), /^### 7\. /m);
  const blocks = blocksIn(section).filter(({ language, file }) => language === 'ts' && !file);
  return { page, code: `\n${blocks.map(({ code }) => code).join('')}`, promised: [null] };
};

test.each(['README.md', 'README.zh-CN.md'])(
  'the handlers of the statistics in %s compile',
  (page) => {
    const handlers = handlersOf(page);
    const [tag = ''] = /<payment-statistics bind.*>/.exec(textOf(page)) ?? [];
    const bound = [...tag.matchAll(/"(on\w+)"/g)].map(([, name = '']) => name);
    expect(bound).toEqual(['onOpenPayment', 'onOpenMonth']);
    expect(
      bound.filter((name) => !new RegExp(`^  (async )?${name}\\(`, 'm').test(handlers.code)),
    ).toEqual([]);
    expect(errorsIn([handlers])).toEqual([]);
  },
);

const hasCurl = spawnSync('curl', ['--version']).status === 0;

(hasCurl ? test : test.skip)('the requests of sandbox/README.md are answered', async () => {
  const sandbox = await startSandbox({ control: true });
  const text = textOf('sandbox/README.md').replaceAll('http://127.0.0.1:5180', sandbox.url);
  const scripts = blocksIn(text).filter(({ code }) => code.includes('curl'));
  const login = await fetch(`${sandbox.url}/hserve/v2.5/idp/wechat/silent-login/`, {
    method: 'POST',
    headers: { 'X-Hydrogen-Client-ID': 'sandbox-client', 'Content-Type': 'application/json' },
    body: JSON.stringify({ code: 'any', create_user: true, login_with_unionid: false }),
  });
  const { token } = (await login.json()) as { token: string };
  const statuses: number[] = [];
  try {
    expect(scripts.length).toBe(2);
    for (const { code } of scripts) {
      // With -f curl fails where a request is refused.
      const shell = code.replaceAll('curl -s', 'curl -sf');
      const env = { ...process.env, TOKEN: token };
      await promisify(execFile)('sh', ['-ec', shell], { env });
      statuses.push(...sandbox.requests().map(({ status }) => status ?? 0));
    }
    expect(new Set(statuses)).toEqual(new Set([200, 201]));
  } finally {
    await sandbox.close();
  }
});
