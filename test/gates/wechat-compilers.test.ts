import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DIST, filesOf } from './artefact';
import { wcc, wcsc } from './compilers';

describe("WeChat's compilers", () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'gates-'));
  afterAll(() => rmSync(scratch, { recursive: true }));

  test('wcc compiles every WXML file of dist/', () => {
    const files = filesOf('.wxml');
    expect(files.length).toBeGreaterThan(5);
    expect(wcc([...files, ...filesOf('.wxs')], DIST)).toEqual({ status: 0, stderr: '' });
  });

  test('wcsc compiles every WXSS file of dist/', () => {
    const files = filesOf('.wxss');
    expect(files.length).toBeGreaterThan(5);
    expect(wcsc(files, DIST)).toEqual({ status: 0, stderr: '' });
  });

  test.each([
    ['an unclosed tag', 'a.wxml', '<view><text></view>', wcc],
    ['an invalid expression', 'b.wxml', '<view>{{a ? }}</view>', wcc],
    ['optional chaining', 'c.wxml', '<view>{{a?.b}}</view>', wcc],
    ['an unclosed block', 'd.wxss', '.a { color: red;', wcsc],
    ['@import of a url()', 'e.wxss', '@import url("./x.wxss");', wcsc],
  ])('reject %s, so the checks above can fail', (_what, name, source, compiler) => {
    writeFileSync(path.join(scratch, name), source);
    expect(compiler([name], scratch).status).not.toBe(0);
  });
});
