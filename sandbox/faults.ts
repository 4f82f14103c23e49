import type { JsonValue } from './json';
import { splitAddress } from './request-log';

/**
 * The kinds of fault.
 *
 * - `status`: a given status and body.
 * - `garbage`: status 200 and a body that is not JSON.
 * - `stall`: no answer until the faults are cleared.
 * - `freeze`: half of the correct answer, and the other half when the faults are cleared.
 * - `drop`: the connection ends without an answer.
 * - `truncate`: half of the correct answer, then the connection ends.
 * - `delay`: the correct answer, late.
 * - `flood`: status 200 and 20 MB of unrelated JSON.
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

/** Selects requests; a request must match every given field. */
export interface FaultMatch {
  method?: string;
  /** The complete path; `*` matches any text without a slash. */
  path?: string;
  /** Query parameters with exact values. */
  query?: Record<string, string>;
  /** The smallest `offset`; a request without one has offset 0. */
  minOffset?: number;
}

/** A fault as the control API receives it. */
export interface FaultRequest {
  kind: (typeof faultKinds)[number];
  /**
   * For `status`.
   *
   * @default 500
   */
  status?: number;
  /** For `status` and `garbage`: text is sent unchanged, other values as JSON. */
  body?: JsonValue;
  /** For `status` and `garbage`: response headers. */
  headers?: Record<string, string>;
  /** For `delay`: the delay in milliseconds. */
  ms?: number;
  /**
   * The number of requests to hit.
   *
   * @default every request until the faults are cleared
   */
  times?: number;
  match?: FaultMatch;
}

/** An active fault. */
export interface Fault extends FaultRequest {
  /** The number of requests that it has hit. */
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

/** The active faults, oldest first, and the requests that wait for their end. */
export class Faults {
  #faults: Fault[] = [];
  #held: (() => void)[] = [];

  /** Activates a fault. */
  add(request: FaultRequest): Fault {
    const fault: Fault = { ...request, hits: 0 };
    this.#faults.push(fault);
    return fault;
  }

  /** All faults since the last clear, including those whose `times` are used up. */
  list(): readonly Fault[] {
    return this.#faults;
  }

  /** Returns the first fault that matches a request and counts the hit; null when none matches. */
  hit(method: string, url: string): Fault | null {
    const found = this.#faults.find(
      (fault) => fault.hits < (fault.times ?? Infinity) && matches(fault.match ?? {}, method, url),
    );
    if (found === undefined) return null;
    found.hits += 1;
    return found;
  }

  /** Resolves when the faults are cleared. */
  held(): Promise<void> {
    return new Promise((release) => this.#held.push(release));
  }

  /** Removes all faults; stalled requests get their correct answer. */
  clear(): void {
    this.#faults = [];
    for (const release of this.#held.splice(0)) release();
  }
}
