import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn } from './documents';

const ROOT = path.join(__dirname, '../..');
const HOST = path.join(__dirname, 'native/miniprogram');
/** The README names a real address here, the host of the test that of its sandbox. */
const CONNECTION = 'connection.ts';
/** The host has the pages of both steps of the README; readme-steps.browser.test.ts has those of each. */
const CHANGED = [CONNECTION, 'app.json'];

/** The files of a document, without comments. */
const filesOf = (document: string) =>
  new Map(
    filesIn(readFileSync(path.join(ROOT, document), 'utf8')).map(({ file, code }) => [
      file,
      withoutComments(code),
    ]),
  );

const withoutComments = (code: string) => code.replace(/^\s*(\/\/|\/\*\*).*\n/gm, '');

describe.each(['README.md', 'README.zh-CN.md'])('the files of %s', (document) => {
  const files = filesOf(document);
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

  test('stand beside links that lead to files', () => {
    const links = [
      ...readFileSync(path.join(ROOT, document), 'utf8').matchAll(/\]\(([^)#]+)|src="([^"]+)"/g),
    ].map(([, link, picture]) => link ?? picture ?? '');
    const own = links.filter((link) => !/^https?:/.test(link));
    expect(own.length).toBeGreaterThan(8);
    expect(own.filter((link) => !existsSync(path.join(ROOT, link)))).toEqual([]);
  });
});

describe.each([
  ['docs/taro.md', 'taro'],
  ['docs/uni-app.md', 'uni-app'],
])('the files of %s', (document, host) => {
  test('are those of its host', () => {
    const files = filesOf(document);
    expect(files.size).toBeGreaterThan(5);
    for (const [file, code] of files) {
      if (path.basename(file) === CONNECTION) continue;
      const ofHost = readFileSync(path.join(__dirname, host, file), 'utf8');
      expect([file, code]).toEqual([file, withoutComments(ofHost)]);
    }
  });
});
