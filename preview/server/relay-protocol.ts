/** The largest message of a socket. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

/** WeChat's default, also for a timeout that is not positive. */
export const DEFAULT_TIMEOUT_MS = 60_000;

/** A wx.request of the device, which the preview server sends. */
export interface RelayRequest {
  method: string;
  url: string;
  header: Record<string, string>;
  body?: string;
  /** Whether `body` of the request is base64. */
  sendsBytes?: boolean;
  /** Whether `body` of the answer shall be base64. */
  wantsBytes?: boolean;
  /** `manual` returns a redirect; `follow` follows it within the allowed origin. */
  redirect: 'follow' | 'manual';
  /** Milliseconds until the request fails with `timeout`; 0 for WeChat's default. */
  timeout: number;
}

/** A response of the host. */
export interface RelayResponse {
  statusCode: number;
  header: Record<string, string>;
  body: string;
}

/** Result of a request; `error` is the part of errMsg after `request:fail `. */
export type RelayAnswer = RelayResponse | { error: string };

/** Message from the device: a request, or the abort of one. */
export type RelayCall = { id: number; request: RelayRequest } | { id: number; abort: true };

/** Message to the device. */
export interface RelayReply {
  id: number;
  answer: RelayAnswer;
}
