import {
  DEFAULT_TIMEOUT_MS,
  MAX_MESSAGE_BYTES,
  type RelayAnswer,
  type RelayCall,
  type RelayReply,
  type RelayRequest,
} from '../../server/relay-protocol';

type Answered = (answer: RelayAnswer) => void;

/** One socket of the relay. Its requests fail when it is closed. */
const connect = () => {
  const waiting = new Map<number, Answered>();
  const socket = new WebSocket('relay');
  const unsent: string[] = [];
  socket.addEventListener('open', () => unsent.splice(0).forEach((text) => socket.send(text)));
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const { id, answer } = JSON.parse(data) as RelayReply;
    waiting.get(id)?.(answer);
  });
  socket.addEventListener('close', () => {
    for (const answered of waiting.values()) answered({ error: 'the preview server is gone' });
  });
  return {
    waiting,
    isGone: () => socket.readyState > WebSocket.OPEN,
    send(text: string): void {
      if (socket.readyState === WebSocket.CONNECTING) unsent.push(text);
      else socket.send(text);
    },
  };
};

const isTooLarge = (text: string): boolean =>
  // A character has three bytes at most.
  text.length * 3 > MAX_MESSAGE_BYTES && new Blob([text]).size > MAX_MESSAGE_BYTES;

/** Sends requests over a WebSocket to the preview server's relay; over another one when it was closed. */
export const createRelayClient = () => {
  let connection = connect();
  let lastId = 0;

  /** The promise rejects with the signal's reason when the request is aborted. */
  return (request: RelayRequest, signal: AbortSignal): Promise<RelayAnswer> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const id = lastId;
      const call = JSON.stringify({ id, request } satisfies RelayCall);
      if (isTooLarge(call)) {
        const limit = MAX_MESSAGE_BYTES / 1024 / 1024;
        return resolve({ error: `the preview sends ${limit} MB at most` });
      }
      if (connection.isGone()) connection = connect();
      const used = connection;
      const end = (): boolean => {
        clearTimeout(timer);
        return used.waiting.delete(id);
      };
      const abort = (settle: () => void): void => {
        if (!end()) return;
        if (!used.isGone()) used.send(JSON.stringify({ id, abort: true } satisfies RelayCall));
        settle();
      };
      const timeout = request.timeout > 0 ? request.timeout : DEFAULT_TIMEOUT_MS;
      // The server ends it at that time, too, if it still runs.
      const timer = setTimeout(() => abort(() => resolve({ error: 'timeout' })), timeout);
      used.waiting.set(id, (answer) => {
        end();
        resolve(answer);
      });
      signal.addEventListener('abort', () => abort(() => reject(signal.reason as Error)));
      used.send(call);
    });
};
