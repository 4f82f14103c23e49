import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../preview/paths';

const SUBJECTS = path.join(ROOT, 'bench/subjects');
const RECYCLE_VIEW = path.join(ROOT, 'node_modules/miniprogram-recycle-view/miniprogram_dist');

/** The path of a subject's page in the artefact. */
export const pageOf = (subject: string): string => `bench/${subject}/${subject}`;

const addSubject = async (subject: string, dist: string): Promise<void> => {
  const from = path.join(SUBJECTS, subject);
  const to = path.dirname(path.join(dist, pageOf(subject)));
  await cp(from, to, { recursive: true, filter: (file) => !file.endsWith('.ts') });
  const scripts = (await readdir(from)).filter((file) => /(?<!\.d)\.ts$/.test(file));
  await build({
    entryPoints: scripts.map((file) => path.join(from, file)),
    outdir: to,
    bundle: true,
    format: 'cjs',
    target: 'es2018',
    external: ['miniprogram-recycle-view'],
  });
};

/**
 * Copies the built mini program and adds the pages of the subjects.
 *
 * @returns The folder of the copy, and a function that deletes it.
 */
export const artefactWith = async (
  dist: string,
  subjects: readonly string[],
): Promise<{ folder: string; remove: () => Promise<void> }> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'payment-history-bench-'));
  await cp(dist, folder, { recursive: true });
  await cp(RECYCLE_VIEW, path.join(folder, 'miniprogram_npm/miniprogram-recycle-view'), {
    recursive: true,
  });
  for (const subject of subjects) await addSubject(subject, folder);
  const appJson = path.join(folder, 'app.json');
  const app = JSON.parse(await readFile(appJson, 'utf8')) as { pages: string[] };
  app.pages.push(...subjects.map(pageOf));
  await writeFile(appJson, JSON.stringify(app));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};
