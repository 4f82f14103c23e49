import { once } from 'node:events';
import WebSocket from 'ws';

/** Sends automator requests without the pauses of the real client. */
export const connectDevice = async (automatorUrl: string) => {
  const socket = new WebSocket(automatorUrl);
  await once(socket, 'open');
  let lastId = 0;
  return {
    send: async (method: string, params: object): Promise<unknown> => {
      lastId += 1;
      socket.send(JSON.stringify({ id: String(lastId), method, params }));
      // Events may arrive before the answer.
      for (;;) {
        const [data] = (await once(socket, 'message')) as [Buffer];
        const frame = JSON.parse(data.toString('utf8')) as {
          id?: string;
          result?: { result?: unknown };
          error?: { message: string };
        };
        if (frame.id !== String(lastId)) continue;
        if (frame.error) throw new Error(frame.error.message);
        return frame.result;
      }
    },
    close: () => socket.terminate(),
  };
};
