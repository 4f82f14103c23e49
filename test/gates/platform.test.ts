import { readFileSync } from 'node:fs';
import path from 'node:path';
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

/** The functions of `wx` that a script names. */
const callsIn = (file: string, text: string): string[] =>
  nodesOf(file, text).flatMap((node) =>
    ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'wx'
      ? [node.name.text]
      : [],
  );

const ownScripts = filesOf('.js').filter((file) => !file.startsWith('vant/'));
const calls = new Set(ownScripts.flatMap((file) => callsIn(file, textOf(file))));

test('docs/platform.md lists exactly the calls of wx in dist/', () => {
  expect([...calls].sort()).toEqual([...documented.keys()].sort());
});

test('a call is found in an expression and not in a text', () => {
  const source = 'if (wx.a) x(() => wx.b({})); const text = "wx.c"; // wx.d';
  expect(callsIn('source.js', source)).toEqual(['a', 'b']);
});

test('the base libraries are those of WeChat’s typings, none is newer than the minimum', () => {
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
    expect(order(version)).toBeLessThanOrEqual(order(minimum));
  }
  expect(readFileSync(path.join(ROOT, 'README.md'), 'utf8')).toContain(
    `base library must be ${minimum} or newer`,
  );
});

test('no template relies on a disabled button', () => {
  const templates = filesOf('.wxml').filter((file) => !file.startsWith('vant/'));
  expect(templates.length).toBeGreaterThan(10);
  expect(templates.filter((file) => /[^-]disabled=/.test(textOf(file)))).toEqual([]);
});
