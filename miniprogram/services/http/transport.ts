/** The part of an answer that is read; a redirect has no `data`. */
export interface WireAnswer {
  readonly statusCode: number;
  readonly data?: unknown;
  /** Names in any case. */
  readonly header?: Readonly<Record<string, unknown>>;
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
  readonly success: (answer: WireAnswer) => void;
  readonly fail: (failure: { errMsg: string }) => void;
}

/** Sends a request: `wx.request`, or a function that is called in the same way. */
export type Transport = (request: WireRequest) => {
  abort(): void;
  onHeadersReceived?(listener: (headers: { statusCode: number }) => void): void;
};
