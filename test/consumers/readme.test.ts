import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { blocksIn, filesIn, sectionOf } from './documents';

const ROOT = path.join(__dirname, '../..');
const HOST = path.join(__dirname, 'native/miniprogram');
/** The README names a real address here, the host of the test that of its sandbox. */
const CONNECTION = 'connection.ts';
/** The host has the pages of both steps of the README; readme-steps.browser.test.ts has those of each. */
const CHANGED = [CONNECTION, 'app.json'];
/** The file of a subpackage that configures the module. */
const CONFIGURE = 'packages/payments/configure.ts';

const textOf = (document: string) => readFileSync(path.join(ROOT, document), 'utf8');

/** The section of a README whose files are those of the host with a subpackage. */
const subpackageOf = (text: string) => sectionOf(text, /^### (In a subpackage|放进分包)$/m);

/** The files of a text, without comments. */
const filesOf = (text: string) =>
  new Map(filesIn(text).map(({ file, code }) => [file, withoutComments(code)]));

const withoutComments = (code: string) => code.replace(/^\s*(\/\/|\/\*\*).*\n/gm, '');

describe.each(['README.md', 'README.zh-CN.md'])('the files of %s', (document) => {
  const text = textOf(document);
  const files = filesOf(text.replace(subpackageOf(text), ''));
  const ofHost = readdirSync(HOST, { recursive: true, encoding: 'utf8' }).filter((file) =>
    path.extname(file),
  );

  test('are those of the native host, which the consumer test installs, compiles and drives', () => {
    expect([...files.keys()].sort()).toEqual(ofHost.sort());
    for (const [file, code] of files) {
      if (CHANGED.includes(file)) continue;
      expect([file, code]).toEqual([
        file,
        withoutComments(readFileSync(path.join(HOST, file), 'utf8')),
      ]);
    }
  });

  test('connect to one address', () => {
    expect(files.get(CONNECTION)).toContain(
      "const app = { host: 'https://abc.myminapp.com', clientId: 'abc' };\n",
    );
  });

  test('have a checkout in JavaScript, which is the one in TypeScript without its types', () => {
    const [script] = blocksIn(text).filter(({ language }) => language === 'js');
    const { outputText } = ts.transpileModule(files.get('check-out.ts') ?? '', {
      compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
    });
    const bare = (code: string) => code.replace(/,(?=\s*[)}])|\s/g, '');
    expect(bare(script?.code ?? '')).toBe(bare(outputText));
  });

  test('stand beside links that lead to files', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)|src="([^"]+)"/g)].map(
      ([, link, picture]) => link ?? picture ?? '',
    );
    const own = links.filter((link) => !/^https?:/.test(link));
    expect(own.length).toBeGreaterThan(8);
    expect(own.filter((link) => !existsSync(path.join(ROOT, link)))).toEqual([]);
  });

  test('about a subpackage are those of the host with one', () => {
    const host = path.join(__dirname, 'subpackage');
    const ofHost = (...names: string[]) => readFileSync(path.join(host, ...names), 'utf8');
    const shown = filesOf(subpackageOf(text));
    const [project, app, configure] = ['project.config.json', 'app.json', CONFIGURE];
    expect([...shown.keys()]).toEqual([project, app, configure]);
    expect(JSON.parse(shown.get(app) ?? '')).toEqual(JSON.parse(ofHost('miniprogram', app)));
    expect(shown.get(configure)).toBe(withoutComments(ofHost('miniprogram', configure)));
    // The test compiles the host into another folder.
    const built = (shown.get(project) ?? '').replace('./miniprogram/', './dist/');
    expect(JSON.parse(ofHost(project))).toMatchObject(JSON.parse(built) as object);
    for (const page of ['payments', 'payment'])
      expect(ofHost('miniprogram/packages/payments/pages', page, `${page}.ts`)).toContain(
        "import '../../configure';",
      );
    const list = ofHost('miniprogram/packages/payments/pages/payments/payments.wxml');
    expect(list).toContain('detail-page="../payment/payment"');
  });
});

describe.each([
  ['docs/taro.md', 'taro'],
  ['docs/uni-app.md', 'uni-app'],
])('the files of %s', (document, host) => {
  test('are those of its host', () => {
    const files = filesOf(textOf(document));
    expect(files.size).toBeGreaterThan(5);
    for (const [file, code] of files) {
      if (path.basename(file) === CONNECTION) continue;
      const ofHost = readFileSync(path.join(__dirname, host, file), 'utf8');
      expect([file, code]).toEqual([file, withoutComments(ofHost)]);
    }
  });
});

test('docs/uni-app.md copies the tags as its host does', () => {
  const { scripts } = JSON.parse(textOf('test/consumers/uni-app/package.json')) as {
    scripts: Record<string, string>;
  };
  const [command] = blocksIn(textOf('docs/uni-app.md')).filter(({ language }) => language === 'sh');
  expect(`${scripts['components']}\n`).toBe(command?.code);
});
