import type { Arrival } from '../measures';
import { pause, type Lab } from './lab';

/** How the first screen came, with that latency of the order API. */
export interface FirstScreen {
  /** `cache`: this user was here before; `network`: not, but is signed in; `cold`: has to sign in first. */
  readonly from: 'cache' | 'network' | 'cold';
  readonly latency: number;
  readonly arrival: Arrival;
}

const LATENCIES = [0, 100, 300, 1000] as const;
const ORDERS = 200;

/** Opens the history for the first time and again. */
export const runArrivals = async (lab: Lab): Promise<FirstScreen[]> => {
  const seen: FirstScreen[] = [];
  await lab.world.reset(ORDERS);
  for (const latency of LATENCIES) {
    if (lab.isQuick && latency > 300) continue;
    for (let round = 0; round < (lab.isQuick ? 1 : 3); round += 1) {
      lab.say(`first screen with ${latency} ms, round ${round + 1}`);
      await lab.withPhone(async ({ probe }) => {
        await lab.world.setLatency(latency);
        seen.push({ from: 'cold', latency, arrival: await probe.open('ours') });
        await pause(200);
        await probe.leave();
        seen.push({ from: 'cache', latency, arrival: await probe.open('ours') });
        await pause(latency + 200);
        await probe.leave();
        await probe.forgetStored();
        seen.push({ from: 'network', latency, arrival: await probe.open('ours') });
        await lab.world.setLatency(0);
      });
    }
  }
  return seen;
};
