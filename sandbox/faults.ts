import type { JsonValue } from './json';
import { splitAddress } from './request-log';

/**
 * What goes wrong.
 *
 * `status`: this status and body, at once. `garbage`: status 200 and a body that is not JSON. `stall`: no answer until
 * the faults are cleared. `freeze`: half of the right answer, and the rest of it when the faults are cleared. `drop`: the
 * connection ends without an answer. `truncate`: the right answer, of which half arrives. `delay`: the right answer, late. `flood`: status 200 and 20 MB of JSON that is no answer.
 */
export const faultKinds = [
  'status',
  'garbage',
  'stall',
  'freeze',
  'drop',
  'truncate',
  'delay',
  'flood',
] as const;

/** Which requests are hit: all that agree with everything given here. */
export interface FaultMatch {
  method?: string;
  /** The whole path; `*` stands for any text without a slash. */
  path?: string;
  /** Parameters that must have exactly these values. */
  query?: Record<string, string>;
  /** Only requests with at least this `offset` (0 where they name none). */
  minOffset?: number;
}

/** A fault as it is ordered. */
export interface FaultOrder {
  kind: (typeof faultKinds)[number];
  /** For `status`; 500 unless told. */
  status?: number;
  /** For `status` and `garbage`: text as it is, anything else as JSON. */
  body?: JsonValue;
  /** For `status` and `garbage`: sent along. */
  headers?: Record<string, string>;
  /** For `delay`. */
  ms?: number;
  /** How many requests are hit; all until cleared unless told. */
  times?: number;
  match?: FaultMatch;
}

/** A fault in force. */
export interface Fault extends FaultOrder {
  /** How many requests it has hit. */
  hits: number;
}

function matchesPath(pattern: string, path: string): boolean {
  const literal = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('[^/]*')}$`).test(path);
}

function matches(match: FaultMatch, method: string, url: string): boolean {
  const { path, query } = splitAddress(url);
  return (
    (match.method === undefined || match.method === method) &&
    (match.path === undefined || matchesPath(match.path, path)) &&
    (match.minOffset === undefined || Number(query['offset'] ?? 0) >= match.minOffset) &&
    Object.entries(match.query ?? {}).every(([name, value]) => query[name] === value)
  );
}

/** The faults in force, oldest first, and the requests they hold. */
export class Faults {
  #faults: Fault[] = [];
  #held: (() => void)[] = [];

  /** Puts a fault in force. */
  add(order: FaultOrder): Fault {
    const fault: Fault = { ...order, hits: 0 };
    this.#faults.push(fault);
    return fault;
  }

  /** All faults since the last clearing, also those that have had their number of hits. */
  list(): readonly Fault[] {
    return this.#faults;
  }

  /** The first fault that hits this request, counted as a hit. */
  hit(method: string, url: string): Fault | null {
    const fault = this.#faults.find(
      (own) => own.hits < (own.times ?? Infinity) && matches(own.match ?? {}, method, url),
    );
    if (fault === undefined) return null;
    fault.hits += 1;
    return fault;
  }

  /** Settles when the faults are cleared. */
  held(): Promise<void> {
    return new Promise((release) => this.#held.push(release));
  }

  /** Ends all faults; stalled requests go on and get their right answer. */
  clear(): void {
    this.#faults = [];
    for (const release of this.#held.splice(0)) release();
  }
}
