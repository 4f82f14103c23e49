/** A fault with its name in docs/reliability.md. */
export interface NamedFault {
  readonly name: string;
  /** The fault for the sandbox; null when the phone loses its network. */
  readonly fault: object | null;
  /**
   * Speed-up factor of the phone's timers.
   *
   * @default PACE
   */
  readonly pace?: number;
  /** Slow to measure; an ordinary run measures it for the first page only. */
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

/** Speed-up factor of timers: a timeout takes five seconds, in which a busy machine answers. */
export const PACE = 2;

/** A larger factor where timeouts are waited for: two of them take four seconds. */
const TIMEOUT_PACE = 5;

/** The faults of docs/reliability.md, in its order. */
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
  { name: 'stall: no answer', fault: { kind: 'stall' }, pace: TIMEOUT_PACE },
  {
    name: 'freeze: half an answer, then nothing',
    fault: { kind: 'freeze' },
    pace: TIMEOUT_PACE,
    isSlow: true,
  },
  { name: 'connection reset', fault: { kind: 'drop' } },
  { name: 'truncated', fault: { kind: 'truncate' } },
  body('empty body', ''),
  body('`null`', 'null'),
  // A busy machine needs all of the ten seconds to parse this much.
  { name: '20 MB', fault: { kind: 'flood' }, pace: 1, isSlow: true },
  { name: 'offline, then online', fault: null },
];
