import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the built mini program, which DevTools, the preview and these tests read. */
export const DIST = path.join(__dirname, '../../dist');

/** The paths of its files with an extension, relative to it. */
export const filesOf = (extension: string): string[] =>
  readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith(extension),
  );

/** Reads one of its files. */
export const textOf = (file: string): string => readFileSync(path.join(DIST, file), 'utf8');
