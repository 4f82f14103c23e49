import type { SubjectName } from '../measures';
import { pause, type Lab } from './lab';

/** How long a person who scrolls at that speed sees the end of what is loaded, with that latency. */
export interface Wait {
  readonly subject: SubjectName;
  readonly speed: number;
  readonly latency: number;
  /** In ms, of `ms`. */
  readonly waited: number;
  readonly ms: number;
  readonly orderRequests: number;
}

const ROWS = 2000;
const SPEEDS = [1500, 3000, 8000] as const;
const LATENCIES = [100, 300, 1000] as const;
/** Before the person starts to scroll, the first page has been there for the latency and so long. */
const REST_MS = 100;

const waitOnce = (lab: Lab, subject: SubjectName, speed: number, latency: number) =>
  lab.withPhone(async ({ probe }): Promise<Wait> => {
    const ms = lab.isQuick ? 2000 : 3000;
    await lab.world.setLatency(subject === 'ours' ? latency : 0);
    await lab.world.clearLog();
    await probe.open(subject);
    if (subject !== 'ours') {
      await probe.fill(subject, 20);
      await probe.setLatency(subject, latency);
    }
    await pause(latency + REST_MS);
    const { waited } = await probe.ride(subject, { speed, ms, rows: ROWS });
    const orderRequests = lab.world.orderRequests().length;
    await lab.world.setLatency(0);
    return { subject, speed, latency, waited, ms, orderRequests };
  });

/** Scrolls from the first page on, at every speed with every latency; the others for comparison at one latency. */
export const runWaits = async (lab: Lab): Promise<Wait[]> => {
  const waits: Wait[] = [];
  await lab.world.reset(ROWS);
  for (const latency of LATENCIES) {
    for (const speed of SPEEDS) {
      if (lab.isQuick && speed !== 8000) continue;
      lab.say(`waiting at ${speed} px/s with ${latency} ms`);
      waits.push(await waitOnce(lab, 'ours', speed, latency));
      if (latency !== 300) continue;
      waits.push(await waitOnce(lab, 'peer', speed, latency));
      waits.push(await waitOnce(lab, 'naive', speed, latency));
    }
  }
  return waits;
};
