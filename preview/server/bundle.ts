import path from 'node:path';
import { build } from 'esbuild';
import { PREVIEW } from '../paths';

const bundled = async (entry: string): Promise<string> => {
  const result = await build({
    entryPoints: [path.join(PREVIEW, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return result.outputFiles[0]?.text ?? '';
};

const bundles = new Map<string, Promise<string>>();

/**
 * Bundles one browser script of the preview, once in a process.
 *
 * @param entry - path inside preview/
 */
export const bundle = (entry: string): Promise<string> => {
  const known = bundles.get(entry) ?? bundled(entry);
  bundles.set(entry, known);
  known.catch(() => bundles.delete(entry));
  return known;
};
