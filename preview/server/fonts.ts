import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../paths';

/** Chinese glyphs for machines without fonts. */
const FONT = path.join(ROOT, 'node_modules/@fontsource/noto-sans-sc');
const WEIGHTS = [400, 500, 700];

/** Style sheet of the preview's font; its files are under fonts/. */
export const fontStyles = async (): Promise<string> => {
  const sheets = await Promise.all(
    WEIGHTS.map((weight) => readFile(path.join(FONT, `${weight}.css`), 'utf8')),
  );
  return sheets.join('\n').replace(/url\(\.\/files\//g, 'url(fonts/');
};

/** A file of the font; undefined when there is no file of that name. */
export const fontFile = (name: string): Promise<Buffer | undefined> =>
  readFile(path.join(FONT, 'files', path.basename(name))).catch(() => undefined);
