import type { Start, SubjectName } from '../measures';
import { pause, type Lab } from './lab';
import { median, typical } from './stats';
import { atMost, between, lineOf, row, type Row } from './table';

const HISTORY = 'pages/payments/payments';
const ORDERS = 200;
/** Time after the first rows in which they are stored for the next start. */
const REST_MS = 500;
const KB = 1024;

/** Starts a build with nothing stored, and again with the first rows stored. */
const startTwice = (lab: Lab, subject: SubjectName) =>
  lab.withPhone(
    async ({ probe, reload }) => {
      const cold = await probe.start();
      await pause(REST_MS);
      await reload();
      return { subject, cold, cached: await probe.start() };
    },
    subject,
    HISTORY,
  );

type StartPair = Awaited<ReturnType<typeof startTwice>>;

/** Starts the app at the history, each build in turn. */
export const runStarts = async (lab: Lab): Promise<StartPair[]> => {
  const pairs: StartPair[] = [];
  const subjects = lab.measured(['ours', 'former']);
  await lab.reset(ORDERS);
  for (let round = 0; round < (lab.isQuick ? 3 : 8); round += 1) {
    lab.say(`starting, round ${round + 1}`);
    const turn = round % 2 === 0 ? subjects : [...subjects].reverse();
    for (const subject of turn) pairs.push(await startTwice(lab, subject));
  }
  return pairs;
};

/** Vant in the package, in a former build, and beside a list of the benchmark. */
const VANT = /^(vant|miniprogram_npm)\//;
/** The script of a component, which its page evaluates in any case. */
const SHELL = /^components\/([^/]+)\/\1\.js$/;

const ownScripts = ({ scripts }: Start) =>
  scripts.filter(({ file }) => !VANT.test(file) && !file.startsWith('bench/'));

const sizeOf = (scripts: Start['scripts']) =>
  scripts.reduce((sum, { bytes }) => sum + bytes, 0) / KB;

/** Table rows of starting. */
export const startRows = (pairs: readonly StartPair[]): Row[] => {
  const of = (subject: SubjectName) => pairs.filter((pair) => pair.subject === subject);
  const line = (metric: string, fact: (pair: StartPair) => number, limit?: number) =>
    lineOf(metric, (subject) => median(of(subject).map(fact)), limit);
  const against = typical(
    of('former').map(({ cached }, round) => (of('ours')[round]?.cached.ms ?? NaN) / cached.ms),
  );
  return [
    line('time to first rows, cold start, ms', ({ cold }) => cold.ms),
    line('time to first rows, cached start, ms', ({ cached }) => cached.ms),
    line('order requests before the rows of a cached start', ({ cached }) => cached.orderRequests),
    row('cached start against the former build', between(against), atMost(0.75, against)),
    line(
      'own modules evaluated before the first rows, component shells aside',
      ({ cold }) => ownScripts(cold).filter(({ file }) => !SHELL.test(file)).length,
      12,
    ),
    line('their bytes, minified, with the shells, KB', ({ cold }) => sizeOf(ownScripts(cold)), 70),
    line("bytes of Vant's modules evaluated before them, KB", ({ cold }) =>
      sizeOf(cold.scripts.filter(({ file }) => VANT.test(file))),
    ),
  ];
};
