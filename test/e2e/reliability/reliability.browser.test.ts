import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { History } from '../support/history';
import { scenario, useStage } from '../support/stage';
import { until } from '../support/until';
import { FAULTS, PACE, type NamedFault } from './faults';
import type { Kind } from './kind';
import { kindsOn } from './kinds';
import { cellsIn, reportOf, rowOf, type Cell, type Section } from './report';

const PAGE = path.join(__dirname, '../../../docs/reliability.md');

/** Writes the page instead of comparing with it. */
const IS_WRITTEN = Boolean(process.env['WRITE_DOCS']);

/** Measures every cell instead of those that are worth their time in every run. */
const IS_WHOLE = IS_WRITTEN || Boolean(process.env['ALL_FAULTS']);

/** Every fault of one kind, on a busy machine. */
const AT_MOST_MS = 300_000;

const NAMES = ['Login', 'First page', 'Later page', 'Refresh', 'Detail', 'Re-check'];

/** Whether every run has time for it: a second look comes late. */
const isQuick = ({ name }: Kind, { name: fault, isSlow = false }: NamedFault): boolean =>
  name === 'Re-check'
    ? ['401 once', '500', 'offline, then online'].includes(fault)
    : name === 'First page' || !isSlow;

describe('when something goes wrong', () => {
  const stage = useStage();
  const sections: Section[] = [];
  let kinds: readonly Kind[] = [];
  beforeAll(async () => {
    kinds = kindsOn(stage);
    // With the app's first login behind it.
    await new History(stage).open();
  });
  afterEach(() => stage.setConditions({ network: 'wifi', pace: 1 }));

  const documented = (name: string): Map<string, Cell> =>
    IS_WRITTEN ? new Map<string, Cell>() : cellsIn(readFileSync(PAGE, 'utf8'), name);
  const requestsOf = async (kind: Kind) => (await stage.sandbox.requests()).filter(kind.counts);

  /**
   * Has the kind of request meet the fault; nothing is on its way afterwards.
   *
   * @returns how many requests had been made before
   */
  async function meet(kind: Kind, { fault, pace = PACE }: NamedFault): Promise<number> {
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
    await kind.rest();
    return before;
  }

  const measure = (kind: Kind, named: NamedFault): Promise<Cell> =>
    cellOf(kind, named).catch((error: Error) => {
      error.message = `${kind.name}, ${named.name}: ${error.message}`;
      throw error;
    });

  async function cellOf(kind: Kind, named: NamedFault): Promise<Cell> {
    const { sandbox } = stage;
    await sandbox.reset({ count: 20, maxLimit: 10 });
    await kind.prepare();
    const before = await meet(kind, named);
    const complaint = await kind.complaint();
    const kept = await kind.kept();
    const requests = (await requestsOf(kind)).length - before;
    const isHarmless = complaint === '';
    // Independent of the page: the fault was met, what was there is there, and nobody asks without end.
    if (!isHarmless) expect(kept).toBe(kind.keeps);
    expect(requests).toBeLessThanOrEqual(kind.atMost);
    for (const { hits } of await sandbox.faults()) expect(hits).toBeGreaterThan(0);

    await sandbox.clearFaults();
    await stage.setConditions({ network: 'wifi', pace: 1 });
    let wayOn = '–';
    if (!isHarmless) {
      wayOn = await kind.goOn(named.fault === null);
      await until('no complaint', async () => (await kind.complaint()) === '');
      await kind.rest();
    }
    expect(await kind.complaint()).toBe('');
    const { shown, right } = await kind.outcome();
    expect(shown).toEqual(right);
    const words = complaint.replace(/\n(重试)$/, ' [$1]').replace(/\s*\n\s*/g, ' · ');
    const sees = isHarmless ? kind.well : words;
    return { fault: named.name, sees, kept: isHarmless ? 'all' : kept, wayOn, requests };
  }

  const compare = (name: string, seen: Cell, told?: Cell): void => {
    const [now, page] = [rowOf(seen), told ? rowOf(told) : 'nothing'];
    if (now === page) return;
    throw new Error(
      `${name}: docs/reliability.md tells\n  ${page}\nand the screen\n  ${now}\n` +
        'Where that is as it should be, WRITE_DOCS=1 has this test write the page.',
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
    };
    scenario(`the person reads it and can go on: ${name}`, stage, measureAll, AT_MOST_MS);
  }

  test('docs/reliability.md tells what was seen: WRITE_DOCS=1 has this test write it', () => {
    expect(sections.map(({ kind }) => kind.name)).toEqual(NAMES);
    const seen = reportOf(sections);
    if (IS_WRITTEN) writeFileSync(PAGE, seen);
    expect(readFileSync(PAGE, 'utf8')).toBe(seen);
  });
});
