import type { WebSocket } from 'ws';
import { relay } from './relay';
import type { RelayAnswer, RelayCall, RelayReply } from './relay-protocol';

/**
 * Sends the requests that come over a device's line, and the answers back. A line of its own, because a
 * browser opens only six connections to a host and WeChat sends ten requests at a time.
 */
export const serveRelayLine = (line: WebSocket, allowedOrigin: string): void => {
  const underWay = new Map<number, AbortController>();
  line.on('message', (data: Buffer) => {
    const call = JSON.parse(data.toString('utf8')) as RelayCall;
    if ('abort' in call) {
      underWay.get(call.id)?.abort();
      return;
    }
    const gone = new AbortController();
    underWay.set(call.id, gone);
    const failed = (error: Error): RelayAnswer => ({ error: error.message });
    void relay(call.request, allowedOrigin, gone.signal)
      .catch(failed)
      .then((answer) => {
        underWay.delete(call.id);
        const reply: RelayReply = { id: call.id, answer };
        line.send(JSON.stringify(reply));
      });
  });
  line.on('close', () => {
    for (const gone of underWay.values()) gone.abort();
  });
};
