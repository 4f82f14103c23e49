import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The built mini program, as DevTools, preview and these tests read it. */
export const DIST = path.join(__dirname, '../../dist');

/** All its files with the given ending, relative to it. */
export const filesOf = (extension: string): string[] =>
  readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith(extension),
  );

/** The text of one of its files. */
export const textOf = (file: string): string => readFileSync(path.join(DIST, file), 'utf8');
