/** The part of an answer that is read; `data` is missing from a redirect. */
export interface WireAnswer {
  readonly statusCode: number;
  readonly data?: unknown;
  /** Names in any case. */
  readonly header?: Readonly<Record<string, unknown>>;
}

/** The part of `wx.request`'s options that is used here. */
export interface WireRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly header: Record<string, string>;
  readonly data?: string;
  /** Milliseconds. */
  readonly timeout: number;
  /** WeChat's documented word for anything but json. */
  readonly dataType: '其他';
  readonly responseType: 'text';
  readonly redirect: 'manual';
  readonly success: (answer: WireAnswer) => void;
  readonly fail: (failure: { errMsg: string }) => void;
}

/** What sends a request: `wx.request`, or a function in its place that is called the same way. */
export type Transport = (request: WireRequest) => {
  abort(): void;
  onHeadersReceived?(listener: (headers: { statusCode: number }) => void): void;
};
