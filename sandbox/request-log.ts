import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** One request the sandbox received, whatever became of it. */
export interface LoggedRequest {
  /** 1, 2, … in the order of arrival. */
  number: number;
  method: string;
  /** Without the query. */
  path: string;
  query: Record<string, string>;
  headers: IncomingHttpHeaders;
  /** Null while there is no answer, and for ever when the connection was dropped without one. */
  status: number | null;
  /** When it arrived: real time, ISO 8601 in UTC. */
  receivedAt: string;
  /** From arrival to the end of the answer or of the connection; null until then. */
  milliseconds: number | null;
}

const longestLog = 10_000;

/** The path and the query of a request's address; repeated parameters keep their last value. */
export function splitAddress(url: string): { path: string; query: Record<string, string> } {
  const mark = url.indexOf('?');
  if (mark < 0) return { path: url, query: {} };
  return {
    path: url.slice(0, mark),
    query: Object.fromEntries(new URLSearchParams(url.slice(mark + 1))),
  };
}

/** Every request received, oldest first; the last ten thousand are kept. */
export class RequestLog {
  #entries: LoggedRequest[] = [];
  #received = 0;

  /** Notes a request now and its answer when that has gone out. */
  record(request: IncomingMessage, response: ServerResponse): void {
    const started = performance.now();
    const entry: LoggedRequest = {
      number: ++this.#received,
      method: request.method ?? '',
      ...splitAddress(request.url ?? ''),
      headers: request.headers,
      status: null,
      receivedAt: new Date().toISOString(),
      milliseconds: null,
    };
    const note = () => {
      entry.status = response.headersSent ? response.statusCode : null;
      entry.milliseconds ??= Math.round(performance.now() - started);
    };
    response.once('finish', note).once('close', note);
    this.#entries.push(entry);
    if (this.#entries.length > longestLog) this.#entries.shift();
  }

  /** What was received so far. */
  entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  /** Starts afresh, with number 1. */
  clear(): void {
    this.#entries = [];
    this.#received = 0;
  }
}
