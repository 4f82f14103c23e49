import path from 'node:path';
import vm from 'node:vm';
import { Linter } from 'eslint';
import { LANGUAGE_GLOBALS, WECHAT_GLOBALS } from '../../preview/host/logic-globals';
import { filesOf, textOf } from './artefact';

const undefinedNames = (source: string): string[] => {
  const globals = {
    // ESLint treats these as part of the language; not every WeChat runtime has them.
    ...Object.fromEntries(['Intl', 'Atomics', 'SharedArrayBuffer'].map((name) => [name, 'off'])),
    ...Object.fromEntries(
      [...LANGUAGE_GLOBALS, ...WECHAT_GLOBALS].map((name) => [name, 'readonly']),
    ),
  } as Record<string, 'off' | 'readonly'>;
  const messages = new Linter().verify(source, [
    {
      languageOptions: { ecmaVersion: 2018, sourceType: 'commonjs', globals },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      rules: { 'no-undef': 'error' },
    },
  ]);
  return messages.map(({ message, line }) => `${line}: ${message}`);
};

/** A realm with the language and WeChat's globals only: no Node, no browser, no Intl. */
const bareRealm = () => {
  const components: string[] = [];
  const noop = () => undefined;
  const realm = vm.createContext({
    wx: {
      getSystemInfoSync: () => ({ SDKVersion: '3.4.0' }),
      getExtConfigSync: () => ({}),
      canIUse: () => false,
    },
    App: noop,
    Page: () => components.push('page'),
    Component: () => components.push('component'),
    Behavior: () => ({}),
    getApp: noop,
    getCurrentPages: () => [],
    console: { log: noop, warn: noop, error: noop },
    setTimeout: noop,
    clearTimeout: noop,
    setInterval: noop,
    clearInterval: noop,
  });
  const kept = JSON.stringify([...LANGUAGE_GLOBALS, ...WECHAT_GLOBALS, 'globalThis']);
  vm.runInContext(
    `for (const name of Object.getOwnPropertyNames(globalThis)) if (!${kept}.includes(name)) delete globalThis[name];`,
    realm,
  );
  const loaded = new Map<string, { exports: object }>();
  const load = (file: string): object => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const run = vm.runInContext(
      `(function (require, module, exports) {${textOf(file)}\n})`,
      realm,
      {
        filename: file,
      },
    ) as (require: (target: string) => object, module: object, exports: object) => void;
    const folder = path.posix.dirname(file);
    run(
      (target) => load(`${path.posix.join(folder, target.replace(/\.js$/, ''))}.js`),
      module,
      module.exports,
    );
    return module.exports;
  };
  return { load, components, realm };
};

describe('dist/ with the globals of WeChat', () => {
  const scripts = filesOf('.js');

  test('exists', () => {
    expect(scripts).toContain('app.js');
    expect(scripts.length).toBeGreaterThan(15);
  });

  test.each(scripts)('%s uses only globals of WeChat and syntax of ES2018', (file) => {
    expect(undefinedNames(textOf(file))).toEqual([]);
  });

  test.each([
    'window.x',
    'new URL("a")',
    'fetch("a")',
    'Intl.x',
    'globalThis.x',
    'a ?? b',
    'process.env',
  ])('the check reports %s', (source) => {
    expect(undefinedNames(source)).not.toEqual([]);
  });

  // WeChat's engine on Android has no Unicode data, and iOS before 16.4 no lookbehind: such an expression throws.
  const newer = (source: string) => source.match(/\\[pP]\{|\(\?<[=!a-z]/gi) ?? [];

  test.each([...scripts, ...filesOf('.wxs')])(
    '%s has only regular expressions of every phone',
    (file) => expect(newer(textOf(file))).toEqual([]),
  );

  test.each(['/\\p{Nd}/u', '/\\P{L}/u', '/(?<=a)b/', '/(?<!a)b/', '/(?<year>a)/'])(
    'the check reports %s',
    (source) => expect(newer(source)).toHaveLength(1),
  );

  test('every script runs without any other global', () => {
    const { load, components, realm } = bareRealm();
    for (const file of scripts) load(file);
    expect(components).toContain('component');
    expect(vm.runInContext('typeof Intl + typeof BigInt + typeof WebAssembly', realm)).toBe(
      'undefinedundefinedundefined',
    );
  });
});

describe('dist/ contacts no third party', () => {
  const texts = ['.js', '.wxml', '.wxss', '.wxs', '.json'].flatMap(filesOf);

  test.each(texts)('%s contains no absolute URL', (file) => {
    const withoutComments = textOf(file)
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/^\s*\/\/.*$/gm, '');
    // The loopback sandbox, the default host of the demo app, is not a third party.
    const addresses =
      withoutComments.match(/(?:[a-z]+:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`)]*/gi) ?? [];
    expect(addresses.filter((address) => !address.startsWith('http://127.0.0.1:'))).toEqual([]);
  });
});

describe('dist/ asks for no personal data', () => {
  // WeChat finds such names in uploaded code and asks the owner of the app to declare them.
  const personal = (source: string) =>
    source.match(/getUser(Profile|Info)|get(RealTime)?PhoneNumber|chooseAvatar/gi) ?? [];

  test.each(['.js', '.wxml', '.wxs'].flatMap(filesOf))('%s names no such call', (file) => {
    expect(personal(textOf(file))).toEqual([]);
  });

  test.each(['wx.getUserProfile({})', 'wx.getUserInfo()', '<button bindgetphonenumber="a" />'])(
    'the check reports %s',
    (source) => expect(personal(source)).toHaveLength(1),
  );
});
