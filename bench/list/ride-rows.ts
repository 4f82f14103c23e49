import type { FirstScreen } from './arrivals';
import type { Reading } from './loading';
import { SPEEDS, type RideResult } from './rides';
import { atMost, between, countAtMost, exactly, figure, row, type Row } from './row';
import { estimate, median } from './stats';
import { THROTTLES } from './trial';
import type { Ride, SubjectName } from '../measures';
import type { Wait } from './waits';

const FRAME_MS = 1000 / 60;

/** The table's lines on scrolling through what is loaded. */
export const rideRows = (results: readonly RideResult[]): Row[] =>
  SPEEDS.flatMap((speed) =>
    THROTTLES.flatMap((throttle): Row[] => {
      const rides = (subject: SubjectName) =>
        results
          .filter((one) => one.subject === subject && one.speed === speed)
          .filter((one) => one.throttle === throttle)
          .map(({ ride }) => ride);
      const value = (subject: SubjectName, fact: (ride: Ride) => number) =>
        median(rides(subject).map(fact));
      const line = (metric: string, fact: (ride: Ride) => number, target: Partial<Row> = {}) =>
        row(`${metric}, ${figure(speed)} px/s, ${throttle}×`, figure(value('ours', fact)), {
          naive: figure(value('naive', fact)),
          recycle: figure(value('recycle', fact)),
          hand: figure(value('hand', fact)),
          ...target,
        });
      const dropped = (ride: Ride) => ride.dropped;
      const against = value('ours', dropped) / Math.max(1, value('naive', dropped));
      const placeholders = (ride: Ride) => (100 * ride.placeholderFrames) / ride.frames;
      const missing = (ride: Ride) => ride.missingRows;
      return [
        line('dropped frames', dropped),
        ...(throttle === 4
          ? [
              row(
                `against naive, ${figure(speed)} px/s, ${throttle}×`,
                figure(against),
                countAtMost(0.25, against),
              ),
            ]
          : []),
        line('frames with nothing where a row belongs', (ride) => ride.whiteFrames, {
          ...countAtMost(
            0,
            value('ours', (ride) => ride.whiteFrames),
          ),
        }),
        speed === 3000
          ? line('most rows missing', missing, countAtMost(0, value('ours', missing)))
          : line('frames with placeholders, %', placeholders, {
              ...countAtMost(5, value('ours', placeholders)),
            }),
      ];
    }),
  );

/** The table's lines on the first screen. */
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
    const asked = Math.max(...cached.map(({ requestsBefore }) => requestsBefore));
    const requests = fetched.map(({ orderRequests }) => orderRequests);
    const ms = (some: typeof cold) => figure(median(some.map((one) => one.ms)));
    return [
      row(`first screen from cache, L = ${latency} ms: frames without rows`, figure(late), {
        ...countAtMost(0, late),
      }),
      row(`requests before it, L = ${latency} ms`, figure(asked), countAtMost(0, asked)),
      row(
        `first screen from network, L = ${latency} ms: order requests`,
        figure(Math.max(...requests)),
        exactly(
          '1',
          requests.every((count) => count === 1),
        ),
      ),
      row(
        `its rows after, L = ${latency} ms, signed in / not yet, ms`,
        `${ms(fetched)} / ${ms(cold)}`,
      ),
    ];
  });
};

/** The table's lines on waiting at the end of what is loaded. */
export const waitRows = (waits: readonly Wait[]): Row[] =>
  waits
    .filter(({ subject }) => subject === 'ours')
    .map(({ speed, latency, waited, ms, orderRequests }) => {
      const other = (subject: SubjectName) => {
        const found = waits.find(
          (one) => one.subject === subject && one.speed === speed && one.latency === latency,
        );
        return found ? figure(found.waited) : '';
      };
      return row(
        `waited at ${figure(speed)} px/s, L = ${figure(latency)} ms, of ${figure(ms)} ms`,
        `${figure(waited)} (${orderRequests} requests)`,
        {
          peer: other('peer'),
          naive: other('naive'),
          ...countAtMost(17, Math.floor(waited / FRAME_MS) * FRAME_MS, ' ms'),
        },
      );
    });

/** The table's lines on reading a whole history. */
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
      `${figure(median(calls))}, most ${figure(Math.max(...calls))}`,
    ),
    row('bytes of it', figure(median(loads.map(({ cost }) => cost.bytes)))),
    row(
      'work to load 20 rows, first / last 600, ms',
      `${figure(median(few))} / ${figure(median(many))}`,
    ),
    row(`its growth to ${figure(rows)}`, between(grown), atMost(1.25, grown)),
  ];
};
