import { parseArgs } from 'node:util';
import { createCopy } from './copy';
import type { Mutant } from './mutant';
import { BILLS } from './mutants/bills';
import { DOMAIN } from './mutants/domain';
import { FEATURES } from './mutants/features';
import { HISTORY } from './mutants/history';
import { SERVICES } from './mutants/services';
import { STATE } from './mutants/state';
import { TOOLS } from './mutants/tools';
import { VIEW } from './mutants/view';
import { counts, isUpToDate, keyOf, readResults, REQUIRED, scoreOf, writeResults } from './results';

const MUTANTS: readonly Mutant[] = [
  ...DOMAIN,
  ...SERVICES,
  ...STATE,
  ...HISTORY,
  ...FEATURES,
  ...BILLS,
  ...VIEW,
  ...TOOLS,
];

/** Copies of the project that are tested at once; most tests use one processor. */
const COPIES = 2;

/** Tests every mutant whose result is not up to date, and writes the results. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { minutes: { type: 'string', default: '60' }, only: { type: 'string', default: '' } },
  });
  const end = Date.now() + Number(values.minutes) * 60_000;
  const results = readResults();
  const names = MUTANTS.map(({ fault }) => fault);
  const twice = names.filter((name, nth) => names.indexOf(name) !== nth);
  if (twice.length > 0) throw new Error(`two mutants have one name: ${twice.join(', ')}`);
  const wanted = values.only.split(',');
  const isWanted = ({ file, fault }: Mutant) =>
    wanted.some((part) => `${file} ${fault}`.includes(part));
  const due = MUTANTS.filter(
    (mutant) => isWanted(mutant) && !isUpToDate(mutant, results[mutant.fault]),
  );
  // All related tests take minutes, so they run for the mutants that their own tests do not notice.
  const survivors = due.filter(
    (mutant) => counts(mutant) && results[mutant.fault]?.outcome === 'survived',
  );
  const fresh = due.filter((mutant) => !survivors.includes(mutant));
  console.log(`${MUTANTS.length} mutants, ${due.length} to run`);
  const problems: string[] = [];
  const current = MUTANTS.filter((mutant) => isUpToDate(mutant, results[mutant.fault]));
  const passing = new Set(current.map(({ fault }) => results[fault]?.by ?? ''));
  const work = async (_none: unknown, nth: number): Promise<void> => {
    if (due.length === 0) return;
    const copy = createCopy(String(nth), passing);
    try {
      while (Date.now() < end) {
        const isThorough = fresh.length === 0;
        const mutant = fresh.shift() ?? survivors.shift();
        if (!mutant) return;
        const { outcome, by } = await copy.test(mutant, isThorough).catch((error: Error) => {
          problems.push(error.message);
          return { outcome: null, by: '' };
        });
        if (outcome === null) continue;
        if (outcome === 'survived' && !isThorough && counts(mutant)) survivors.push(mutant);
        results[mutant.fault] = { outcome, by, key: keyOf(mutant, by) };
        console.log(
          `${outcome.padEnd(8)} ${mutant.fault} (${mutant.file})${by ? ` by ${by}` : ''}`,
        );
        writeResults(MUTANTS, results);
      }
    } finally {
      copy.remove();
    }
  };
  await Promise.all(Array.from({ length: COPIES }, work));
  writeResults(MUTANTS, results);
  const { noticed, run, left, score } = scoreOf(MUTANTS, results);
  console.log(`${noticed} of ${run} noticed: ${(score * 100).toFixed(1)} %; ${left} not run`);
  problems.forEach((problem) => console.error(problem));
  if (problems.length > 0 || left > 0 || score < REQUIRED) process.exitCode = 1;
}

void main();
