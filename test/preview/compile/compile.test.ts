import { compileArtefact } from '../../../preview/compile/compile';
import { createProblems } from '../../../preview/compile/problems';
import { compileStyle } from '../../../preview/compile/styles';
import { wxsSource } from '../../../preview/compile/wxs';
import { miniProgram, ONE_PAGE } from '../support/mini-program';

const style = async (css: string, scope = '', files: Record<string, string> = {}) =>
  (
    await compileStyle(
      miniProgram({ 'a/a.wxss': css, ...files }),
      'a/a.wxss',
      scope,
      createProblems(true),
    )
  )
    .replace(/\s+/g, ' ')
    .trim();

describe('compiling styles', () => {
  test('converts rpx to vw', async () => {
    expect(await style('.a { width: 75rpx; margin: -1.5rpx; }')).toBe(
      '.a { width: 10vw; margin: -0.2vw; }',
    );
  });

  test('prefixes the classes of an isolated component and converts :host', async () => {
    expect(await style(':host .a.b > .c { color: red; }', 'c1')).toBe(
      '[wx-host=c1] .c1--a.c1--b > .c1--c { color: red; }',
    );
  });

  test("renames WeChat's elements as in the browser", async () => {
    expect(await style('page view.a::after { color: red; }')).toBe(
      'page wx-view.a::after { color: red; }',
    );
  });

  test('matches the prefixed ids of the framework with the weight of an id', async () => {
    expect(await style('#a .b { color: red; }', 'c1')).toBe(
      ':is(#a,[id$=--a]) .c1--b { color: red; }',
    );
  });

  test('adds a Chinese font to any font, also one in a custom property', async () => {
    expect(
      await style('.a { font-family: A } .b { font: var(--x, 12px B) } .c { font: inherit }'),
    ).toBe(
      ".a { font-family: A, 'Noto Sans SC' } .b { font: var(--x, 12px B), 'Noto Sans SC' } .c { font: inherit }",
    );
  });

  test.each([
    ['font-family: A, sans-serif', "font-family: A, 'Noto Sans SC', sans-serif"],
    ['font-family: serif', "font-family: 'Noto Sans SC', serif"],
    ['font: 12px/1.5 A,system-ui, B', "font: 12px/1.5 A,'Noto Sans SC', system-ui, B"],
    ["font-family: 'PT serif'", "font-family: 'PT serif', 'Noto Sans SC'"],
    ['font-family: A, monospace', "font-family: A, monospace, 'Noto Sans SC'"],
  ])('%s has the Chinese font before a generic one', async (written, compiled) => {
    expect(await style(`.a { ${written} }`)).toBe(`.a { ${compiled} }`);
  });

  test('limits the selectors of a page to its element', async () => {
    const files = { 'a/a.wxss': '.a, page .b::after { top: 0 } html { top: 0 }' };
    const compiled = await compileStyle(
      miniProgram(files),
      'a/a.wxss',
      '',
      createProblems(true),
      'here',
    );
    expect(compiled).toBe(
      ':where(.here) .a,:where(.here)  page .b::after { top: 0 } html { top: 0 }',
    );
  });

  test('leaves place for the tab bar', async () => {
    expect(await style('.a { height: 50vh; position: fixed; bottom: 0 }')).toBe(
      '.a { height: calc(50 * var(--device-vh, 1vh)); position: fixed; bottom: calc(0px + var(--device-tab-bar, 0px)) }',
    );
    expect(await style('.a { position: absolute; bottom: 0 }')).toBe(
      '.a { position: absolute; bottom: 0 }',
    );
    expect(await style('.a { bottom: auto; position: fixed }')).toBe(
      '.a { bottom: auto; position: fixed }',
    );
  });

  test('keeps keyframe selectors', async () => {
    expect(await style('@keyframes x { from { top: 0 } 50% { top: 1px } }', 'c1')).toBe(
      '@keyframes x { from { top: 0 } 50% { top: 1px } }',
    );
  });

  test('leaves theme queries to the host', async () => {
    const query = '@media screen and (prefers-color-scheme: dark) { .a { color: red } }';
    expect(await style(query)).toBe(query);
  });

  test('names file and line of what is no CSS', async () => {
    const files = { 'b/b.wxss': '.b {}\n.c[ {}' };
    await expect(style('.a {}\n.b { top: 0')).rejects.toThrow('a/a.wxss:2:1: Unclosed block');
    await expect(style('@import "../b/b.wxss";', '', files)).rejects.toThrow(/^b\/b\.wxss:2:/);
    await expect(style('.a {}\n.b( {}')).rejects.toThrow(/^a\/a\.wxss:2:/);
  });

  test.each([
    ['width: 10RPX', 'width: 1.3333333333333333vw'],
    ['width: 1e2rpx', 'width: 13.333333333333334vw'],
    ['width: calc(1px - 75rpx)', 'width: calc(1px - 10vw)'],
    ['width: calc(-.75rpx)', 'width: calc(-0.1vw)'],
    ['background: url(a10rpx.png)', 'background: url(a10rpx.png)'],
    ['background: url("10rpx.png") 75rpx', 'background: url("10rpx.png") 10vw'],
    ['content: "10rpx 10vh"', 'content: "10rpx 10vh"'],
    ["content: '\\'10rpx'", "content: '\\'10rpx'"],
    ['width: var(--a-10rpx)', 'width: var(--a-10rpx)'],
    ['height: 1E1VH', 'height: calc(10 * var(--device-vh, 1vh))'],
  ])('lengths of %s', async (written, compiled) => {
    expect(await style(`.a { ${written} }`)).toBe(`.a { ${compiled} }`);
  });

  test('converts safe-area insets to custom properties', async () => {
    expect(await style('.a { padding: env(safe-area-inset-bottom) }')).toBe(
      '.a { padding: var(--safe-area-inset-bottom) }',
    );
    expect(
      await style('.a { top: calc(1px + env( safe-area-inset-top , env(safe-area-inset-left))) }'),
    ).toBe('.a { top: calc(1px + var(--safe-area-inset-top, var(--safe-area-inset-left))) }');
  });

  test('inlines imported files', async () => {
    const files = { 'b/b.wxss': '@import "./c.wxss"; .b { top: 0 }', 'b/c.wxss': '.c { top: 0 }' };
    expect(await style('@import "../b/b.wxss"; .a { top: 0 }', '', files)).toBe(
      '.c { top: 0 } .b { top: 0 } .a { top: 0 }',
    );
  });

  test('refuses a circular @import', async () => {
    await expect(style('@import "./a.wxss";')).rejects.toThrow('a/a.wxss: circular @import');
  });

  test('names the missing file of an @import', async () => {
    await expect(style('@import "./x.wxss";')).rejects.toThrow(
      'a/a.wxss: @import "a/x.wxss" leads to no file',
    );
  });
});

describe('compiling WXS', () => {
  const compiled = (content: string) => {
    const problems = createProblems(false);
    const place = { file: 'a/b.wxs', linesBefore: 2 };
    return { ...wxsSource(content, place, problems), problems: problems.messages };
  };

  test('removes .wxs from required paths and returns them', () => {
    expect(compiled("// 字\nvar x = require('../c/d.wxs');")).toEqual({
      source: '// 字\nvar x = require("../c/d");\n',
      dependencies: ['c/d'],
      problems: [],
    });
  });

  test.each([
    ["x.constructor === 'Array'", "__wxsConstructor(x) === 'Array'"],
    ["'字' + o['k'].constructor", "'字' + __wxsConstructor(o['k'])"],
    ['f(a)(b.constructor).constructor', '__wxsConstructor(f(a)(__wxsConstructor(b)))'],
    ["x['constructor']", '__wxsConstructor(x)'],
  ])('replaces constructor by the name of the type: %s', (written, source) => {
    expect(compiled(written).source).toBe(`${source}\n`);
  });

  test.each([
    'var x = "a.constructor";',
    '// x.constructor',
    '// var x = require("./old.wxs")',
    'F.prototype.constructor = F;',
  ])('leaves %s', (written) => {
    expect(compiled(written)).toEqual({ source: `${written}\n`, dependencies: [], problems: [] });
  });

  test('names the line of what is no JavaScript, and exports nothing', () => {
    expect(compiled('var a = 1;\nreturn o. }')).toEqual({
      source: '',
      dependencies: [],
      problems: ["a/b.wxs:4: Unexpected token '}'"],
    });
  });
});

describe('compiling a mini program', () => {
  const compile = (files: Record<string, string>) =>
    compileArtefact(miniProgram({ ...ONE_PAGE, ...files }));

  test('collects pages, components and scripts', async () => {
    const { artefact } = await compile({
      'pages/a/a.json': '{"usingComponents":{"near":"../../near/near","far":"far/index"}}',
      'near/near.json': '{"component":true}',
      'near/near.js': 'require("../lib/x"); Component({})',
      'near/near.wxml': '<text>near</text>',
      'lib/x.js': '',
      'miniprogram_npm/far/index.json': '{"component":true}',
      'miniprogram_npm/far/index.js': 'Component({})',
      'miniprogram_npm/far/index.wxml': '<view/>',
    });
    expect(Object.keys(artefact.components)).toEqual([
      'pages/a/a',
      'near/near',
      'miniprogram_npm/far/index',
    ]);
    expect(Object.keys(artefact.scripts)).toContain('lib/x.js');
    expect(artefact.components['pages/a/a']?.scope).toBe('');
  });

  test('compiles minified ES modules to CommonJS', async () => {
    const { artefact } = await compile({
      'pages/a/a.js': 'import{b}from"./b";const a=b;Page({a})',
      'pages/a/b.js': 'const b={};export{b};export default b;',
    });
    expect(artefact.scripts['pages/a/a.js']).toContain('require("./b")');
    expect(artefact.scripts['pages/a/b.js']).toContain('module.exports');
  });

  test.each([
    ['an unknown tag', { 'pages/a/a.wxml': '<map/>' }, 'pages/a/a.wxml:1 uses <map>'],
    ['a broken template', { 'pages/a/a.wxml': '<view>{{a</view>' }, 'pages/a/a.wxml:1:'],
    [
      'broken WXS',
      { 'pages/a/a.wxml': '<view />\n<wxs module="m">\nvar x = ;\n</wxs>' },
      "pages/a/a.wxml:3: Unexpected token ';'",
    ],
    ['a missing component', { 'pages/a/a.json': '{"usingComponents":{"x":"./x"}}' }, 'names "./x"'],
    ['a missing module', { 'pages/a/a.js': 'require("./x")' }, 'require("./x") leads to no file'],
  ])('refuses %s and names its file', async (_what, files, message) => {
    await expect(compile(files as unknown as Record<string, string>)).rejects.toThrow(message);
  });

  test('names the build command when dist/ is missing', async () => {
    await expect(compileArtefact(miniProgram({}))).rejects.toThrow('run npm run build');
  });
});
