import type { RelayAnswer, RelayCall, RelayReply, RelayRequest } from '../../server/relay-protocol';

/** The device's end of the line over which the preview server sends its requests. */
export const createRelayClient = () => {
  const waiting = new Map<number, (answer: RelayAnswer) => void>();
  const line = new WebSocket(`ws://${location.host}/relay`);
  const opened = new Promise((resolve) => line.addEventListener('open', resolve));
  let lastId = 0;

  const send = (call: RelayCall) => void opened.then(() => line.send(JSON.stringify(call)));
  line.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const { id, answer } = JSON.parse(data) as RelayReply;
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  line.addEventListener('close', () => {
    for (const answer of waiting.values()) answer({ error: 'the preview server is gone' });
    waiting.clear();
  });

  /** Rejects with the signal's reason when that is aborted first. */
  return (request: RelayRequest, signal: AbortSignal): Promise<RelayAnswer> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const id = lastId;
      waiting.set(id, resolve);
      signal.addEventListener('abort', () => {
        if (!waiting.delete(id)) return;
        send({ id, abort: true });
        reject(signal.reason as Error);
      });
      send({ id, request });
    });
};
