import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';
import type { Problems } from './problems';
import { resolveScript } from './resolve';

/** ES modules, also minified ones, which WeChat DevTools compiles to CommonJS. */
const MODULE_SYNTAX =
  /(?:^|[;}])\s*(import\s*["'{*\w]|export\s*(default|const|let|var|function|class|async|[{*]))/m;

const REQUIRE = /\brequire(?:\.async)?\(\s*["'`]([^"'`]+)["'`]\s*[),]/g;

const commonJs = async (file: string, source: string): Promise<string> => {
  if (!MODULE_SYNTAX.test(source)) return source;
  const { code } = await transform(source, {
    format: 'cjs',
    target: 'es2018',
    sourcefile: file,
    logLevel: 'silent',
  });
  return code;
};

/** Scripts by path, and for each the paths of the scripts it requires by the text of `require`. */
export interface Scripts {
  scripts: Record<string, string>;
  requires: Record<string, Record<string, string>>;
}

/**
 * Reads the scripts and everything they require.
 *
 * @param entries - paths of the app's, the pages' and the components' scripts
 * @param aliases - `resolveAlias` of app.json
 */
export const readScripts = async (
  dist: string,
  entries: string[],
  problems: Problems,
  aliases: Record<string, string> = {},
): Promise<Scripts> => {
  const scripts: Scripts['scripts'] = {};
  const requires: Scripts['requires'] = {};
  const visit = async (file: string): Promise<void> => {
    if (scripts[file] !== undefined) return;
    const source = await readFile(path.join(dist, file), 'utf8').catch(() => {
      problems.add(`${file} is required and not in ${dist}: run npm run build`);
      return '';
    });
    scripts[file] = source;
    scripts[file] = await commonJs(file, source).catch(({ message }: Error) => {
      problems.add(`${file} does not compile: ${message}`);
      return `throw new SyntaxError(${JSON.stringify(message)});`;
    });
    const required: Record<string, string> = {};
    for (const [, target = ''] of scripts[file].matchAll(REQUIRE)) {
      const found = resolveScript(dist, file, target, aliases);
      if (found) required[target] = found;
      else problems.add(`${file}: require("${target}") leads to no file of ${dist}`);
    }
    requires[file] = required;
    for (const found of Object.values(required)) await visit(found);
  };
  for (const entry of entries) await visit(entry);
  return { scripts, requires };
};
