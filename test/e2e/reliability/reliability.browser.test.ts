import { readFileSync, writeFileSync } from 'node:fs';
import { longRunsIn, RELIABILITY_PAGE as PAGE } from '../../support/figures';
import { History } from '../support/history';
import { scenario, useStage } from '../support/stage';
import { until } from '../../../testing/until';
import { detailKind } from './detail-kind';
import { FAULTS, PACE, type NamedFault } from './faults';
import type { Kind } from './kind';
import { listKinds } from './list-kinds';
import { recheckKind } from './recheck-kind';
import { cellsIn, reportOf, rowOf, type Cell, type Section } from './report';

/** Writes docs/reliability.md instead of comparing with it. */
const IS_WRITTEN = Boolean(process.env['WRITE_DOCS']);

/** Measures every cell, including the slow ones. */
const IS_WHOLE = IS_WRITTEN || Boolean(process.env['ALL_FAULTS']);

/** Time limit of all faults of one kind on a busy machine. */
const AT_MOST_MS = 300_000;

/** Two pages. */
const TWENTY = { count: 20, maxLimit: 10 };

const NAMES = ['Login', 'First page', 'Later page', 'Refresh', 'Detail', 'Re-check'];

/** Whether an ordinary run measures the cell; the second re-check takes long. */
const isQuick = ({ name }: Kind, { name: fault, isSlow = false }: NamedFault): boolean =>
  name === 'Re-check'
    ? ['401 once', '500', 'offline, then online'].includes(fault)
    : name === 'First page' || !isSlow;

describe('after a fault', () => {
  const stage = useStage();
  const sections: Section[] = [];
  let kinds: readonly Kind[] = [];
  beforeAll(async () => {
    kinds = [...listKinds(stage), detailKind(stage), recheckKind(stage)];
    await stage.sandbox.reset(TWENTY);
    // Completes the first login of the app, and every request before the first fault.
    await new History(stage).open();
    await kinds[0]?.settle();
  });
  afterEach(() => stage.setConditions({ network: 'wifi', pace: 1 }));

  const documented = (name: string): Map<string, Cell> =>
    IS_WRITTEN ? new Map<string, Cell>() : cellsIn(readFileSync(PAGE, 'utf8'), name);
  const requestsOf = async (kind: Kind) => (await stage.sandbox.requests()).filter(kind.counts);

  /**
   * Causes the request with the fault, and waits until no request is pending.
   *
   * @returns The number of requests before the fault.
   */
  async function runWithFault(kind: Kind, { fault, pace = PACE }: NamedFault): Promise<number> {
    let before = (await requestsOf(kind)).length;
    const goOffline = () => stage.setConditions({ network: 'none', pace });
    if (!fault && kind.loseNetwork) await kind.loseNetwork(goOffline);
    else {
      await kind.act(async () => {
        before = (await requestsOf(kind)).length;
        if (!fault) return goOffline();
        await stage.sandbox.addFault({ ...fault, match: kind.match });
        await stage.setConditions({ pace });
      });
    }
    await kind.settle();
    return before;
  }

  const measure = (kind: Kind, named: NamedFault): Promise<Cell> =>
    cellOf(kind, named).catch((error: Error) => {
      error.message = `${kind.name}, ${named.name}: ${error.message}`;
      throw error;
    });

  async function cellOf(kind: Kind, named: NamedFault): Promise<Cell> {
    const { sandbox } = stage;
    await sandbox.reset(TWENTY);
    await kind.prepare();
    const before = await runWithFault(kind, named);
    const problem = await kind.problem();
    const kept = await kind.kept();
    const requests = (await requestsOf(kind)).length - before;
    const isHarmless = problem === '';
    // Checked independently of the document: the fault was hit, the content is kept, and requests are limited.
    if (!isHarmless) expect(kept).toBe(kind.keeps);
    expect(requests).toBeLessThanOrEqual(kind.maxRequests);
    for (const { hits } of await sandbox.faults()) expect(hits).toBeGreaterThan(0);

    await sandbox.clearFaults();
    await stage.setConditions({ network: 'wifi', pace: 1 });
    let recovery = '–';
    if (!isHarmless) {
      recovery = await kind.recover(named.fault === null);
      await until('no problem', async () => (await kind.problem()) === '');
      await kind.settle();
    }
    expect(await kind.problem()).toBe('');
    const { shown, expected } = await kind.outcome();
    expect(shown).toEqual(expected);
    const words = problem.replace(/\n(重试)$/, ' [$1]').replace(/\s*\n\s*/g, ' · ');
    const sees = isHarmless ? kind.success : words;
    return { fault: named.name, sees, kept: isHarmless ? 'all' : kept, recovery, requests };
  }

  const compare = (name: string, seen: Cell, documentedCell?: Cell): void => {
    const [now, page] = [rowOf(seen), documentedCell ? rowOf(documentedCell) : 'nothing'];
    if (now === page) return;
    throw new Error(
      `${name}: docs/reliability.md has\n  ${page}\nand the screen has\n  ${now}\n` +
        'After an intended change, run this test with WRITE_DOCS=1 to write the page.',
    );
  };

  for (const name of NAMES) {
    const measureAll = async (): Promise<void> => {
      const kind = kinds.find((one) => one.name === name);
      if (!kind) throw new Error(`no kind ${name}`);
      const [cells, before] = [[] as Cell[], documented(name)];
      for (const fault of FAULTS) {
        const old = before.get(fault.name);
        const isMeasured = IS_WHOLE || !old || isQuick(kind, fault);
        const cell = isMeasured ? await measure(kind, fault) : old;
        if (!IS_WRITTEN) compare(name, cell, old);
        cells.push(cell);
      }
      sections.push({ kind, cells });
      // The developer reads once that the login was refused.
      const isUnexpected = (line: string) => !line.includes('Hydrogen refuses the sign-in');
      expect(stage.expectConsole().filter(isUnexpected)).toEqual([]);
    };
    scenario(
      `the screen shows the cause and the person can recover: ${name}`,
      stage,
      measureAll,
      AT_MOST_MS,
    );
  }

  test('docs/reliability.md has exactly the measured cells; WRITE_DOCS=1 writes it', () => {
    expect(sections.map(({ kind }) => kind.name)).toEqual(NAMES);
    const seen = reportOf(sections) + longRunsIn(readFileSync(PAGE, 'utf8'));
    if (IS_WRITTEN) writeFileSync(PAGE, seen);
    expect(readFileSync(PAGE, 'utf8')).toBe(seen);
  });
});
