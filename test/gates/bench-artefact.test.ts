import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { artefactWith, pageOf } from '../../bench/list/artefact';
import { compileArtefact } from '../../preview/compile/compile';
import { DIST } from '../../preview/paths';

describe('the artefact of the benchmark', () => {
  const subjects = ['empty', 'peer', 'naive', 'recycle'];

  it('contains the built mini program and the pages of the other lists', async () => {
    const { folder, remove } = await artefactWith(DIST, subjects);
    try {
      const { artefact } = await compileArtefact(folder);
      expect(artefact.app.pages).toEqual(expect.arrayContaining(subjects.map(pageOf)));
      const ours = 'features/payment-history/payment-history.js';
      expect(artefact.scripts[ours]).toBe(await readFile(path.join(DIST, ours), 'utf8'));
    } finally {
      await remove();
    }
  });

  it('does not change dist/', async () => {
    const appJson = await readFile(path.join(DIST, 'app.json'), 'utf8');
    expect(appJson).not.toContain('bench');
  });
});
