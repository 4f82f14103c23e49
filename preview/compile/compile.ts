import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  APP_STYLES,
  pageStyles,
  type AppConfig,
  type Artefact,
  type ComponentConfig,
} from '../artefact';
import { createProblems, type Problems } from './problems';
import { isPage, resolveComponent } from './resolve';
import { readScripts } from './scripts';
import { compileStyle } from './styles';
import { compileTemplates } from './templates';

/** The tab bar of an app with `"custom": true`. */
const CUSTOM_TAB_BAR = 'custom-tab-bar/index';

interface SubPackage {
  root: string;
  pages: string[];
}

type GivenApp = AppConfig & { subpackages?: SubPackage[]; subPackages?: SubPackage[] };

const parsed = <T>(file: string, text: string): T => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as T;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
};

const readApp = async (dist: string): Promise<AppConfig> => {
  const text = await readFile(path.join(dist, 'app.json'), 'utf8').catch(() => {
    throw new Error(`There is no app.json in ${dist}: run npm run build`);
  });
  const app = parsed<GivenApp>('app.json', text);
  const subPackages = app.subpackages ?? app.subPackages ?? [];
  const inPackages = subPackages.flatMap(({ root, pages }) =>
    pages.map((page) => path.posix.join(root, page)),
  );
  return { ...app, pages: [...app.pages, ...inPackages] };
};

/** The config of a page or component; a page may have no JSON file. */
const readConfig = async (dist: string, name: string): Promise<ComponentConfig> => {
  const file = `${name}.json`;
  const text = await readFile(path.join(dist, file), 'utf8').catch(() => '{}');
  return parsed<ComponentConfig>(file, text);
};

/** A page whose styles reach no component, or not back: its JSON file or its script says so. */
const ISOLATED_PAGE = /['"]page-(isolated|apply-shared)['"]/;

const isIsolatedPage = async (dist: string, page: string, config: ComponentConfig) =>
  ISOLATED_PAGE.test(JSON.stringify(config)) ||
  ISOLATED_PAGE.test(await readFile(path.join(dist, `${page}.js`), 'utf8').catch(() => ''));

/** Reads the pages and every component that they use, directly or through each other. */
const readComponents = async (dist: string, app: AppConfig, problems: Problems) => {
  const components: Artefact['components'] = {};
  const resolved = (owner: string, target: string): string | null => {
    const found = resolveComponent(dist, owner, target);
    if (!found) {
      problems.add(
        `${owner}.json: usingComponents names "${target}", and there is no such component`,
      );
    }
    return found;
  };
  const appUsing: Record<string, string> = {};
  for (const [tag, target] of Object.entries(app.usingComponents ?? {})) {
    const found = resolved('app', target);
    if (found) appUsing[tag] = found;
  }
  const visit = async (name: string): Promise<void> => {
    if (components[name]) return;
    const config = await readConfig(dist, name);
    const isShared = app.pages.includes(name) && !(await isIsolatedPage(dist, name, config));
    const scope = isShared ? '' : `c${Object.keys(components).length}`;
    const using = { ...appUsing };
    const generics: Record<string, { default?: string }> = {};
    components[name] = {
      config: { ...config, usingComponents: using, componentGenerics: generics },
      css: '',
      scope,
    };
    for (const [tag, target] of Object.entries(config.usingComponents ?? {})) {
      const found = resolved(name, target);
      if (found) using[tag] = found;
      else delete using[tag];
    }
    for (const [tag, generic] of Object.entries(config.componentGenerics ?? {})) {
      const found = generic.default ? resolved(name, generic.default) : null;
      generics[tag] = found ? { default: `/${found}` } : {};
      if (found) await visit(found);
    }
    for (const target of Object.values(using)) await visit(target);
  };
  for (const page of app.pages) {
    if (!isPage(dist, page)) problems.add(`app.json: there is no page ${page}`);
    await visit(page);
  }
  if (app.tabBar?.custom) await visit(CUSTOM_TAB_BAR);
  return components;
};

/**
 * Compiles a built mini program for the browser host.
 *
 * @param dist - folder with app.json
 * @param isStrict - whether a reference to something that the preview does not have is an error
 * @returns the artefact, and the source of an expression whose value is its template groups
 * @throws Error naming the file that refers to a missing file, if it is strict
 */
export const compileArtefact = async (
  dist: string,
  isStrict = true,
): Promise<{ artefact: Artefact; templates: string }> => {
  const problems = createProblems(isStrict);
  const app = await readApp(dist);
  const components = await readComponents(dist, app, problems);
  // A page may be a component of another one, too.
  const used = Object.values(components).flatMap(({ config }) =>
    Object.values(config.usingComponents ?? {}),
  );
  for (const [name, component] of Object.entries(components)) {
    const within = app.pages.includes(name) && !used.includes(name) ? pageStyles(name) : '';
    component.css = await compileStyle(dist, `${name}.wxss`, component.scope, problems, within);
  }
  const theme = app.themeLocation
    ? parsed<Artefact['theme']>(
        app.themeLocation,
        await readFile(path.join(dist, app.themeLocation), 'utf8'),
      )
    : { light: {}, dark: {} };
  const entries = ['app.js', ...Object.keys(components).map((name) => `${name}.js`)];
  const { templates, unknownTags } = await compileTemplates(dist, components, problems);
  return {
    artefact: {
      app,
      theme,
      appCss: await compileStyle(dist, 'app.wxss', '', problems, APP_STYLES),
      components,
      ...(await readScripts(dist, entries, problems, app.resolveAlias)),
      unknownTags,
      isStrict,
      problems: [...problems.messages],
    },
    templates,
  };
};
