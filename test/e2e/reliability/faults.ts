/** Something that goes wrong on the way. */
export interface NamedFault {
  readonly name: string;
  /** As the sandbox is told; null where the phone loses its network. */
  readonly fault: object | null;
  /** How many times as fast as usual the phone's time runs meanwhile; see PACE. */
  readonly pace?: number;
  /** Takes long; every run measures it for the first page only. */
  readonly isSlow?: boolean;
}

const status = (name: string, code: number, more: object = {}): NamedFault => ({
  name,
  fault: { kind: 'status', status: code, ...more },
});
const body = (name: string, text: string): NamedFault => ({
  name,
  fault: { kind: 'garbage', body: text },
});

const HTML = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

/** Nobody wants to wait ten seconds, and one is still long for an answer that comes. */
export const PACE = 10;

/** Where two timeouts make a deadline: what a busy machine adds to the first must not reach the second. */
const SURE_PACE = 8;

/** Every fault of docs/reliability.md, in its order. */
export const FAULTS: readonly NamedFault[] = [
  status('400', 400),
  status('401 once', 401, { times: 1 }),
  status('401 always', 401),
  status('402', 402),
  status('403', 403),
  status('404', 404),
  status('429, Retry-After 1 s', 429, { headers: { 'retry-after': '1' } }),
  status('429, Retry-After 1 min', 429, { headers: { 'retry-after': '60' } }),
  status('500', 500),
  status('502 with HTML', 502, { body: HTML }),
  { name: 'timeout: no answer', fault: { kind: 'stall' }, pace: SURE_PACE },
  {
    name: 'stall: half an answer, then nothing',
    fault: { kind: 'freeze' },
    pace: SURE_PACE,
    isSlow: true,
  },
  { name: 'connection reset', fault: { kind: 'drop' } },
  { name: 'truncated', fault: { kind: 'truncate' } },
  body('empty body', ''),
  body('`null`', 'null'),
  // So much takes its time on a slow machine.
  { name: '20 MB', fault: { kind: 'flood' }, pace: 4, isSlow: true },
  { name: 'offline, then online', fault: null },
];
