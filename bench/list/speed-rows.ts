import { atLeast, atMost, between, figure, row, type Row } from './row';
import { middle, others, type Samples } from './samples';
import { estimate } from './stats';
import { THROTTLES, type Throttle } from './trial';

const LONGEST = 10_000;
/** The table speaks of growth from here on: below, the window is not full. */
const FROM = 200;

const typical = (values: readonly number[]) => estimate([values], (value = NaN) => value);

const timeRows = (samples: Samples, throttle: Throttle): Row[] =>
  samples.lengthsOf('ours').map((rows) =>
    row(
      `draw 20 rows, ${figure(rows)} rows, ${throttle}×, ms`,
      middle(samples.times(['ours', rows], throttle)),
      others((subject) => samples.times([subject, rows], throttle)),
    ),
  );

const ratioRows = (samples: Samples, throttle: Throttle): Row[] => {
  const growth = typical(samples.ratios(['ours', LONGEST], ['ours', FROM], throttle));
  const slope = typical(samples.exponents('ours', throttle, FROM));
  const limit = typical(samples.ratios(['ours', LONGEST], ['hand', LONGEST], throttle));
  const peerRows = samples.lengthsOf('peer').at(-1) ?? LONGEST;
  const faster = typical(samples.ratios(['peer', peerRows], ['ours', peerRows], throttle));
  return [
    row(`draw 20 rows, 10,000 / 200, ${throttle}×`, between(growth), atMost(1.25, growth)),
    row(`its exponent, ${throttle}×`, between(slope), {
      ...others((subject) => samples.exponents(subject, throttle, FROM)),
      ...atMost(0.1, slope),
    }),
    row(`against hand DOM, ${throttle}×, times`, between(limit), atMost(1.5, limit)),
    row(
      `faster than peer-shaped, ${figure(peerRows)} rows, ${throttle}×, times`,
      between(faster),
      peerRows < LONGEST ? {} : atLeast(10, faster),
    ),
  ];
};

/** The table's lines on how long drawing takes. */
export const speedRows = (samples: Samples): Row[] => [
  ...THROTTLES.flatMap((throttle) => timeRows(samples, throttle)),
  ...THROTTLES.flatMap((throttle) => ratioRows(samples, throttle)),
];
