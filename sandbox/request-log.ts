import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** One received request. */
export interface LoggedRequest {
  /** 1, 2, … in the order of arrival. */
  number: number;
  method: string;
  /** Without the query. */
  path: string;
  query: Record<string, string>;
  headers: IncomingHttpHeaders;
  /** Null before the answer, and permanently when the connection ended without one. */
  status: number | null;
  /** The real time of arrival, ISO 8601 in UTC. */
  receivedAt: string;
  /** Time from arrival to the end of the answer or of the connection; null before. */
  milliseconds: number | null;
}

const longestLog = 10_000;

/** Splits a request URL into path and query; a repeated parameter keeps its last value. */
export function splitAddress(url: string): { path: string; query: Record<string, string> } {
  const mark = url.indexOf('?');
  if (mark < 0) return { path: url, query: {} };
  return {
    path: url.slice(0, mark),
    query: Object.fromEntries(new URLSearchParams(url.slice(mark + 1))),
  };
}

/** The last ten thousand received requests, oldest first. */
export class RequestLog {
  #entries: LoggedRequest[] = [];
  #received = 0;

  /** Adds a request, and its status and duration when the answer or the connection ends. */
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

  /** The recorded requests. */
  entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  /** Removes all entries; the next request has number 1. */
  clear(): void {
    this.#entries = [];
    this.#received = 0;
  }
}
