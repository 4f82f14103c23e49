import type { Arrival } from '../measures';
import { nextFrame, onSetData } from './set-data';
import { topPage } from './shape';

const DEADLINE_MS = 20_000;
const requests: string[] = [];

/** Starts to listen to what goes over the line on which the preview sends requests. */
export const listenToRequests = (): void => {
  const plain = Reflect.get(WebSocket.prototype, 'send') as (data: unknown) => void;
  WebSocket.prototype.send = function (this: WebSocket, data) {
    if (this.url.endsWith('/relay') && typeof data === 'string') {
      const { request } = JSON.parse(data) as { request?: { url: string } };
      if (request) requests.push(request.url);
    }
    plain.call(this, data);
  };
};

/** Opens a page and waits for its rows. */
export const arrive = async (open: () => void, rowSelector: string): Promise<Arrival> => {
  requests.splice(0);
  const pages = document.querySelectorAll('.device-page').length;
  const hasRows = () =>
    document.querySelectorAll('.device-page').length > pages &&
    (topPage().querySelector(rowSelector)?.getBoundingClientRect().height ?? 0) > 0;
  let requestsBefore: number | null = null;
  onSetData(() => {
    if (requestsBefore === null && hasRows()) requestsBefore = requests.length;
  });
  const begun = performance.now();
  open();
  let framesBefore = -1;
  do {
    framesBefore += 1;
    await nextFrame();
    if (performance.now() - begun > DEADLINE_MS) throw new Error(`no ${rowSelector} came up`);
  } while (!hasRows());
  onSetData(() => undefined);
  return {
    framesBefore,
    ms: performance.now() - begun,
    requestsBefore: requestsBefore ?? requests.length,
    orderRequests: requests.filter((url) => url.includes('/pay/order/')).length,
  };
};
