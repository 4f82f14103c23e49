import { readFileSync } from 'node:fs';
import path from 'node:path';
import postcss, { type Rule } from 'postcss';
import ts from 'typescript';
import { filesOf, textOf } from './artefact';

const ROOT = path.join(__dirname, '../..');
const DOCUMENT = readFileSync(path.join(ROOT, 'docs/platform.md'), 'utf8');

/** The documented calls with their base library. */
const documented = new Map(
  [...DOCUMENT.matchAll(/^\| `wx\.(\w+)`\s*\| ([\d.]+)/gm)].map(([, name = '', version = '']) => [
    name,
    version,
  ]),
);

const nodesOf = (file: string, text: string): ts.Node[] => {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));
  return found;
};

/** The functions of `wx` that a script names; `wx` itself where it is used in another way, such as `wx[name]`. */
const callsIn = (file: string, text: string): string[] =>
  nodesOf(file, text).flatMap((node) => {
    if (!ts.isIdentifier(node) || node.text !== 'wx' || ts.isTypeOfExpression(node.parent))
      return [];
    const { parent } = node;
    if (!ts.isPropertyAccessExpression(parent)) return ['wx'];
    return parent.expression === node ? [parent.name.text] : [];
  });

/** The methods of pages and components that draw, find or watch elements, which a script names. */
const METHODS =
  /^(create\w+(Observer|Query)|select\w*Components?|animate|clearAnimation|groupSetData|getTabBar|getAppBar|getRelationNodes|getOpenerEventChannel|setUpdatePerformanceListener|applyAnimatedStyle)$/;
const methodsIn = (file: string, text: string): string[] =>
  nodesOf(file, text).flatMap((node) =>
    ts.isPropertyAccessExpression(node) && METHODS.test(node.name.text) ? [node.name.text] : [],
  );

const own = (extension: string) => filesOf(extension).filter((file) => !file.startsWith('vant/'));
const ownScripts = own('.js');
const calls = new Set(ownScripts.flatMap((file) => callsIn(file, textOf(file))));

/** Attributes of every element, and those of the template language. */
const COMMON = /^(class|id|style|data-.*|wx:.*|src|is|data|name)$/;
const components = own('.json').flatMap((file) =>
  [...textOf(file).matchAll(/"([a-z-]+)": "[./]/g)].map(([, name = '']) => name),
);
const SYNTAX = ['block', 'import', 'include', 'template', ...components];
/** The elements of WeChat in a template, each with its attributes. */
const elementsIn = (template: string): string[] =>
  [...template.matchAll(/<([a-z-]+)((?:[^>"]|"[^"]*")*)>/g)]
    .filter(([, tag = '']) => !SYNTAX.includes(tag))
    .flatMap(([, tag = '', attributes = '']) => {
      const names = attributes.replace(/"[^"]*"/g, '').match(/[\w:-]+/g) ?? [];
      const own = names.filter((name) => !COMMON.test(name));
      return [tag, ...own.map((name) => `${tag} ${name}`)];
    });

/** Properties that every WebView has, and values of them that are newer. */
const BASIC =
  /^(--.*|(margin|padding|border|background|font|overflow|text|flex|align|min|max)(-.*)?|color|content|display|position|top|right|bottom|left|width|height|line-height|box-(sizing|shadow)|vertical-align|visibility|white-space|word-break|z-index|opacity|transform|animation|justify-content|pointer-events)$/;
const NEWER = /^(display: grid|position: sticky|(min-|max-)?width: (max|min|fit)-content)$/;
/** What a style sheet uses beyond them: rules, media features, selectors, functions, properties and values. */
const stylesIn = (sheet: string): string[] => {
  const used: string[] = [];
  const note = (source: string, pattern: RegExp, suffix = '') => {
    for (const [, name = ''] of source.matchAll(pattern)) used.push(name + suffix);
  };
  postcss.parse(sheet).walk((node) => {
    if (node.type === 'rule') note(node.selector, /(::?[a-z-]+)/g);
    if (node.type === 'atrule' && node.name !== 'import') {
      used.push(`@${node.name}`);
      if (node.name === 'media') note(node.params, /\(([a-z-]+):/g);
    }
    if (node.type !== 'decl') return;
    const declaration = `${node.prop}: ${node.value}`;
    if (!BASIC.test(node.prop)) used.push(node.prop);
    if (NEWER.test(declaration)) used.push(declaration);
    note(node.value, /([a-z-]+)\(/g, '()');
  });
  return used;
};

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();
/** What a section of the document names in the first column of its table. */
const named = (heading: string): string[] => {
  const [, section = ''] = DOCUMENT.split(`## ${heading}\n`);
  const rows = (section.split('\n## ')[0] ?? '').match(/^\| [^|]*/gm) ?? [];
  return sorted(
    rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)),
  );
};

test('docs/platform.md lists exactly the calls of wx in dist/', () => {
  expect([...calls].sort()).toEqual([...documented.keys()].sort());
});

test('a call is found in an expression and not in a text, and `wx` that is used in another way', () => {
  const source = 'if (wx?.a) x(() => wx.b({})); typeof wx; const text = "wx.c"; // wx.d';
  expect(callsIn('source.js', source)).toEqual(['a', 'b']);
  for (const hidden of ['wx["a"]()', 'const { a } = wx', '({ ...wx })', 'f(wx)'])
    expect(callsIn('source.js', hidden)).toEqual(['wx']);
});

test('docs/platform.md lists exactly the methods, elements, attributes and style features in dist/', () => {
  const methods = ownScripts.flatMap((file) => methodsIn(file, textOf(file)));
  expect(sorted(methods)).toEqual(named('Methods of components'));
  expect(sorted(own('.wxml').flatMap((file) => elementsIn(textOf(file))))).toEqual(
    named('Elements'),
  );
  expect(sorted(own('.wxss').flatMap((file) => stylesIn(textOf(file))))).toEqual(named('Styles'));
});

test('a feature is found in a script, a template and a style sheet', () => {
  expect(methodsIn('source.js', 'this.createMediaQueryObserver().observe()')).toEqual([
    'createMediaQueryObserver',
  ]);
  const template =
    '<view class="a" wx:if="{{b > 1}}" hover-class="c"><notice hover-class="d" /><map enable-3D longitude="1" bindtap="e" /></view>';
  expect(elementsIn(template)).toEqual([
    'view',
    'view hover-class',
    'map',
    'map enable-3D',
    'map longitude',
    'map bindtap',
  ]);
  const sheet =
    '/* :has */ @media (hover: none) { .a:focus-within::after { aspect-ratio: 1; width: max-content; } } .b { color: oklch(1 1 1); display: grid; margin: 1px; }';
  expect(stylesIn(sheet)).toEqual([
    '@media',
    'hover',
    ':focus-within',
    '::after',
    'aspect-ratio',
    'width: max-content',
    'oklch()',
    'display: grid',
  ]);
});

test('no flex box has a gap, which WebViews before iOS 14.5 do not draw', () => {
  const withGap: Rule[] = [];
  for (const file of own('.wxss')) {
    postcss.parse(textOf(file)).walkDecls('gap', ({ parent }) => void withGap.push(parent as Rule));
  }
  const isGrid = (rule: Rule) =>
    rule.some((node) => node.type === 'decl' && `${node.prop}: ${node.value}` === 'display: grid');
  expect(withGap.length).toBeGreaterThan(0);
  expect(withGap.filter((rule) => !isGrid(rule)).map(({ selector }) => selector)).toEqual([]);
});

/** Calls that only newer versions on desktops have, and the call that a script tests before it uses them. */
const OPTIONAL = new Map([
  ['onKeyDown', 'onKeyDown'],
  ['offKeyDown', 'onKeyDown'],
]);

test('the base libraries are those of WeChat’s typings, none is newer than the minimum but for calls that are tested first', () => {
  const typings = path.join(ROOT, 'node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts');
  const text = readFileSync(typings, 'utf8');
  const versions = new Map<string, string>();
  for (const node of nodesOf('lib.wx.api.d.ts', text)) {
    if (!ts.isMethodSignature(node) && !ts.isPropertySignature(node)) continue;
    if (!ts.isInterfaceDeclaration(node.parent) || node.parent.name.text !== 'Wx') continue;
    const comment = text.slice(node.getFullStart(), node.getStart());
    const [, version = '1.0.0'] = /基础库：\s*`([\d.]+)`/.exec(comment) ?? [];
    versions.set(node.name.getText(), version);
  }
  const [, minimum = ''] = /base library (\d+\.\d+\.\d+)/.exec(DOCUMENT) ?? [];
  const order = (version: string) =>
    version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
  expect(documented.size).toBeGreaterThan(10);
  for (const [name, version] of documented) {
    expect([name, version]).toEqual([name, versions.get(name)]);
    if (!OPTIONAL.has(name)) expect(order(version)).toBeLessThanOrEqual(order(minimum));
  }
  expect(readFileSync(path.join(ROOT, 'README.md'), 'utf8')).toContain(
    `base library must be ${minimum} or newer`,
  );
});

test.each([...OPTIONAL])('wx.%s is used only in scripts that test wx.%s first', (name, tested) => {
  const users = ownScripts.filter((file) => callsIn(file, textOf(file)).includes(name));
  expect(users.length).toBeGreaterThan(0);
  const isTested = new RegExp(`wx\\.${tested}(?!\\()`);
  expect(users.filter((file) => !isTested.test(textOf(file)))).toEqual([]);
});

test('no template relies on a disabled button', () => {
  const templates = filesOf('.wxml').filter((file) => !file.startsWith('vant/'));
  expect(templates.length).toBeGreaterThan(10);
  expect(templates.filter((file) => /[^-]disabled=/.test(textOf(file)))).toEqual([]);
});
