import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { PREVIEW } from '../paths';
import { examplesIn, settingOf } from './examples';
import { galleryWxml } from './wxml';

/** Path of the page in the mini program, without an extension. */
const PAGE = 'gallery/gallery';
const SOURCES = path.join(PREVIEW, 'gallery/page');

const pageScript = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(SOURCES, 'gallery.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'es2018',
  });
  return outputFiles[0]?.text ?? '';
};

/** The product's components: those with examples in their order, then those without. */
const componentsOf = async (dist: string, known: readonly string[]): Promise<string[]> => {
  const entries = await readdir(path.join(dist, 'components'), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return [...new Set([...known, ...folders])].filter((name) => folders.includes(name));
};

const fill = async (folder: string, dist: string): Promise<void> => {
  await cp(dist, folder, { recursive: true });
  const examples = examplesIn(settingOf('zh-CN', 1));
  const components = await componentsOf(dist, Object.keys(examples));
  const usingComponents = Object.fromEntries(
    components.map((name) => [name, `/components/${name}/${name}`]),
  );
  const app = JSON.parse(await readFile(path.join(dist, 'app.json'), 'utf8')) as object;
  const title = { navigationBarTitleText: 'Gallery' };
  const files: Record<string, string> = {
    'app.json': JSON.stringify({ ...app, pages: [PAGE] }),
    'app.js': 'App({});',
    [`${PAGE}.json`]: JSON.stringify({ usingComponents, ...title }),
    [`${PAGE}.wxml`]: galleryWxml(components, examples),
    [`${PAGE}.js`]: await pageScript(),
    [`${PAGE}.wxss`]: await readFile(path.join(SOURCES, 'gallery.wxss'), 'utf8'),
  };
  await mkdir(path.join(folder, path.dirname(PAGE)), { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
};

/** A mini program that shows every built component in every state. */
export interface GalleryArtefact {
  readonly folder: string;
  /** Makes it again after a build. */
  refresh(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Makes the gallery in a temporary folder from a copy of the built mini program.
 *
 * @param dist - The built mini program.
 */
export const galleryArtefact = async (dist: string): Promise<GalleryArtefact> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'payment-history-gallery-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const refresh = () => fill(folder, dist);
  try {
    await refresh();
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, refresh, remove };
};
