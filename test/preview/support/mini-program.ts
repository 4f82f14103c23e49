import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const written: string[] = [];

afterAll(() => {
  for (const folder of written) rmSync(folder, { recursive: true, force: true });
});

/** Writes a small built mini program into a temporary folder, which is removed after the tests of the file. */
export const miniProgram = (files: Record<string, string>): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mini-program-'));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  written.push(folder);
  return folder;
};

/** Files of a minimal mini program with one page. */
export const ONE_PAGE = {
  'app.json': '{"pages":["pages/a/a"]}',
  'app.js': 'App({})',
  'pages/a/a.json': '{}',
  'pages/a/a.js': 'Page({})',
  'pages/a/a.wxml': '<view>a</view>',
};
