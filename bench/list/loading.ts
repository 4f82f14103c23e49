import type { Arrival, Cost, SubjectName } from '../measures';
import { pause, type Lab } from './lab';
import { estimate, median } from './stats';
import { atMost, between, exactly, figure, lineOf, row, type Row } from './table';

/** Loading one page of a hundred when the list already holds `rows` rows. */
interface PageLoad {
  readonly rows: number;
  /** Scripts, styles and layout per twenty rows, in ms. */
  readonly msPerChunk: number;
  readonly cost: Cost;
}

const FIRST_PAGE = 20;
const PAGE = 100;
const CHUNKS_IN_PAGE = 5;

/** Loads ten thousand orders (two thousand in a quick run) page by page, and counts requests and work. */
export const runReading = async (lab: Lab) => {
  const rows = lab.isQuick ? 2000 : 10_000;
  await lab.reset(rows);
  const pages = Math.ceil((rows - FIRST_PAGE) / PAGE);
  lab.say(`loading ${rows} orders page by page`);
  return lab.withPhone(async ({ probe, work }) => {
    await lab.control().clearLog();
    await probe.open('ours');
    const loads: PageLoad[] = [];
    for (;;) {
      const before = await work();
      const loaded = await probe.loadPage();
      if (!loaded) break;
      loads.push({ ...loaded, msPerChunk: ((await work()) - before) / CHUNKS_IN_PAGE });
    }
    const requests = lab.control().orderRequests().length;
    await probe.leave();
    // `least` is the smallest number of requests that can load all rows.
    return { rows, requests, least: 1 + pages, loads };
  });
};

type Reading = Awaited<ReturnType<typeof runReading>>;

/** Table rows of reading a whole history. */
export const readingRows = ({ rows, requests, least, loads }: Reading): Row[] => {
  const near = (from: number, to: number) =>
    loads.filter((load) => load.rows >= from && load.rows < to).map((load) => load.msPerChunk);
  const [few, many] = [near(100, 700), near(rows - 700, rows - 100)];
  const grown = estimate([many, few], (late = 0, early = 1) => late / early);
  const calls = loads.map(({ cost }) => cost.calls);
  return [
    row(`order requests for ${figure(rows)} orders`, figure(requests), {
      ...exactly(figure(least), requests === least),
      peer: figure(rows / 5),
      naive: figure(rows / 20),
    }),
    row(
      'setData per loaded page of 100',
      `median ${figure(median(calls))}, max ${figure(Math.max(...calls))}`,
    ),
    row('bytes of it', figure(median(loads.map(({ cost }) => cost.bytes)))),
    row(
      'work to load 20 rows, first / last 600, ms',
      `${figure(median(few))} / ${figure(median(many))}`,
    ),
    row(`its growth to ${figure(rows)}`, between(grown), atMost(1.25, grown)),
  ];
};

/** One opening of the history, with the order API's latency in ms. */
interface FirstScreen {
  /** `cold`: first visit, signs in. `cache`: rows of an earlier visit are stored. `network`: signed in, nothing stored. */
  readonly from: 'cache' | 'network' | 'cold';
  readonly latency: number;
  readonly arrival: Arrival;
}

const LATENCIES = [0, 100, 300, 1000] as const;
const ORDERS = 200;

/** Opens the history cold, from the cache and from the network, at each latency. */
export const runArrivals = async (lab: Lab): Promise<FirstScreen[]> => {
  const seen: FirstScreen[] = [];
  await lab.reset(ORDERS);
  for (const latency of LATENCIES) {
    if (lab.isQuick && latency > 300) continue;
    for (let round = 0; round < (lab.isQuick ? 1 : 3); round += 1) {
      lab.say(`first screen with ${latency} ms, round ${round + 1}`);
      await lab.withPhone(async ({ probe }) => {
        await lab.control().setLatency(latency);
        seen.push({ from: 'cold', latency, arrival: await probe.open('ours') });
        await pause(200);
        await probe.leave();
        seen.push({ from: 'cache', latency, arrival: await probe.open('ours') });
        await pause(latency + 200);
        await probe.leave();
        await probe.forgetStored();
        seen.push({ from: 'network', latency, arrival: await probe.open('ours') });
        await lab.control().setLatency(0);
      });
    }
  }
  return seen;
};

/** A figure that is measured for our build only. */
const only = (value: number) => (subject: SubjectName) => (subject === 'ours' ? value : NaN);

/** Table rows of the first screen. */
export const arrivalRows = (seen: readonly FirstScreen[]): Row[] => {
  const latencies = [...new Set(seen.map(({ latency }) => latency))];
  const arrivals = (from: FirstScreen['from'], latency: number) =>
    seen
      .filter((one) => one.from === from && one.latency === latency)
      .map(({ arrival }) => arrival);
  return latencies.flatMap((latency) => {
    const cached = arrivals('cache', latency);
    const fetched = arrivals('network', latency);
    const cold = arrivals('cold', latency);
    const late = Math.max(...cached.map(({ framesBefore }) => framesBefore));
    const requestsBefore = Math.max(...cached.map((one) => one.requestsBefore));
    const requests = fetched.map(({ orderRequests }) => orderRequests);
    const ms = (some: typeof cold) => figure(median(some.map((one) => one.ms)));
    const where = `L = ${latency} ms`;
    return [
      lineOf(`first screen from cache, ${where}: frames without rows`, only(late), 0),
      lineOf(`requests before it, ${where}`, only(requestsBefore), 0),
      row(
        `first screen from network, ${where}: order requests`,
        figure(Math.max(...requests)),
        exactly('1', Math.max(...requests) === 1 && Math.min(...requests) === 1),
      ),
      row(`its rows after, ${where}, signed in / not yet, ms`, `${ms(fetched)} / ${ms(cold)}`),
    ];
  });
};
