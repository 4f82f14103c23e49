import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AppConfig, Artefact, ComponentConfig } from '../artefact';
import { compileTemplates } from './templates';
import { compileStyle } from './styles';

const readJson = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(file, 'utf8')) as T;

/** Resolves a `usingComponents` value as WeChat does: absolute, relative, then miniprogram_npm upwards. */
const resolveComponent = (dist: string, owner: string, target: string): string => {
  const candidates = target.startsWith('/') ? [target.slice(1)] : [];
  if (!target.startsWith('/')) {
    candidates.push(path.posix.join(path.posix.dirname(owner), target));
    for (let dir = path.posix.dirname(owner); ; dir = path.posix.dirname(dir)) {
      candidates.push(path.posix.join(dir, 'miniprogram_npm', target));
      if (dir === '.') break;
    }
  }
  for (const candidate of candidates) {
    if (existsSync(path.join(dist, `${candidate}.json`))) return candidate;
  }
  throw new Error(
    `${owner}.json: usingComponents names "${target}", and there is no such component`,
  );
};

const scriptsBelow = async (dist: string, entries: string[]): Promise<Record<string, string>> => {
  const scripts: Record<string, string> = {};
  const visit = async (file: string): Promise<void> => {
    if (scripts[file] !== undefined) return;
    const source = await readFile(path.join(dist, file), 'utf8').catch(() => {
      throw new Error(`${file} is required and not in ${dist}: run npm run build`);
    });
    scripts[file] = source;
    for (const [, target = ''] of source.matchAll(/\brequire\(["']([^"']+)["']\)/g)) {
      await visit(resolveScript(dist, file, target));
    }
  };
  for (const entry of entries) await visit(entry);
  return scripts;
};

const resolveScript = (dist: string, from: string, target: string): string => {
  const base = target.startsWith('.')
    ? path.posix.join(path.posix.dirname(from), target)
    : path.posix.join('miniprogram_npm', target);
  const candidates = [base, `${base}.js`, `${base}/index.js`];
  const found = candidates.find(
    (file) => file.endsWith('.js') && existsSync(path.join(dist, file)),
  );
  if (found) return found;
  throw new Error(`${from}: require("${target}") leads to no file of ${dist}`);
};

/**
 * Compiles a built mini program for the browser host.
 *
 * @param dist - folder with app.json
 * @returns the artefact, and the source of an expression whose value is its template groups
 * @throws Error naming the file that refers to a missing file
 */
export const compileArtefact = async (
  dist: string,
): Promise<{ artefact: Artefact; templates: string }> => {
  const app = await readJson<AppConfig>(path.join(dist, 'app.json')).catch(() => {
    throw new Error(`There is no app.json in ${dist}: run npm run build`);
  });
  const components: Artefact['components'] = {};
  const visit = async (name: string): Promise<void> => {
    if (components[name]) return;
    const config = await readJson<ComponentConfig>(path.join(dist, `${name}.json`));
    const scope = app.pages.includes(name) ? '' : `c${Object.keys(components).length}`;
    const using: Record<string, string> = {};
    components[name] = { config: { ...config, usingComponents: using }, css: '', scope };
    const wanted = { ...app.usingComponents, ...config.usingComponents };
    for (const [tag, target] of Object.entries(wanted)) {
      using[tag] = resolveComponent(dist, name, target);
      await visit(using[tag]);
    }
  };
  for (const page of app.pages) await visit(page);
  for (const [name, component] of Object.entries(components)) {
    component.css = await compileStyle(dist, `${name}.wxss`, component.scope);
  }
  const theme = app.themeLocation
    ? await readJson<Artefact['theme']>(path.join(dist, app.themeLocation))
    : { light: {}, dark: {} };
  const entries = ['app.js', ...Object.keys(components).map((name) => `${name}.js`)];
  return {
    artefact: {
      app,
      theme,
      appCss: await compileStyle(dist, 'app.wxss', ''),
      components,
      scripts: await scriptsBelow(dist, entries),
    },
    templates: await compileTemplates(dist, components),
  };
};
