import type { Cost } from '../measures';
import type { Lab } from './lab';

/** What loading a page of a hundred costs when so many rows are there already. */
export interface Load {
  readonly rows: number;
  /** Scripts, styles and layout, in ms for each twenty rows. */
  readonly msPerChunk: number;
  readonly cost: Cost;
}

/** Order requests for a list that was read to its end. */
export interface Reading {
  readonly rows: number;
  readonly requests: number;
  readonly least: number;
  readonly loads: readonly Load[];
}

const FIRST_PAGE = 20;
const PAGE = 100;
const CHUNKS_IN_PAGE = 5;

/** Reads ten thousand orders (a thousand in a quick run), page by page, and counts. */
export const runLoading = async (lab: Lab): Promise<Reading> => {
  const rows = lab.isQuick ? 2000 : 10_000;
  await lab.world.reset(rows);
  const pages = Math.ceil((rows - FIRST_PAGE) / PAGE);
  lab.say(`loading ${rows} orders page by page`);
  return lab.withPhone(async ({ probe, work }) => {
    await lab.world.clearLog();
    await probe.open('ours');
    const loads: Load[] = [];
    for (;;) {
      const before = await work();
      const loaded = await probe.loadPage();
      if (!loaded) break;
      loads.push({ ...loaded, msPerChunk: ((await work()) - before) / CHUNKS_IN_PAGE });
    }
    const requests = lab.world.orderRequests().length;
    await probe.leave();
    return { rows, requests, least: 1 + pages, loads };
  });
};
