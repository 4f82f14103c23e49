/** The part of an answer that is read; a redirect has no `data`. */
export interface WireAnswer {
  readonly statusCode: number;
  readonly data?: unknown;
  /** Names in any case. */
  readonly header?: Readonly<Record<string, unknown>> | null;
}

/** The options of `wx.request` that are used. */
export interface WireRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly header: Record<string, string>;
  readonly data?: string;
  /** Milliseconds. */
  readonly timeout: number;
  /** WeChat's documented value for anything but json. */
  readonly dataType: '其他';
  readonly responseType: 'text';
  readonly redirect: 'manual';
  readonly success: (answer: WireAnswer | null | undefined) => void;
  readonly fail: (failure: { errMsg: string; errno?: number }) => void;
}

/** A request that was sent. Functions that wrap `wx.request` may leave out its methods, or give a promise. */
export interface WireTask {
  then?(done: (answer: unknown) => void, failed: (cause: unknown) => void): unknown;
  abort?(): void;
  onHeadersReceived?(listener: (headers: { statusCode: number }) => void): void;
}

/**
 * Sends a request: `wx.request`, or a function that is called in the same way. A request for which it
 * returns nothing cannot be aborted.
 */
export type Transport = (request: WireRequest) => WireTask | null | undefined | void;
