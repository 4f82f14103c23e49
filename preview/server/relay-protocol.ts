/** One wx.request of the device, to be sent by the preview server. */
export interface RelayRequest {
  method: string;
  url: string;
  header: Record<string, string>;
  body?: string;
  /** `manual` gives a redirect as it is; otherwise it is followed within the allowed host. */
  redirect: 'follow' | 'manual';
  /** Milliseconds until it fails with `timeout`; 0 for WeChat's default. */
  timeout: number;
}

/** What became of it; `error` is the part of errMsg after `request:fail `. */
export type RelayAnswer =
  { statusCode: number; header: Record<string, string>; body: string } | { error: string };

/** From the device: a request, or that nobody waits for it any more. */
export type RelayCall = { id: number; request: RelayRequest } | { id: number; abort: true };

/** To the device. */
export interface RelayReply {
  id: number;
  answer: RelayAnswer;
}
