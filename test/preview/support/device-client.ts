import { once } from 'node:events';
import WebSocket from 'ws';

interface Frame {
  id?: string;
  result?: { result?: unknown };
  error?: { message: string };
}

/** Sends automator requests without the pauses of the real client. */
export const connectDevice = async (automatorUrl: string) => {
  const socket = new WebSocket(automatorUrl);
  await once(socket, 'open');
  let lastId = 0;
  const waiting = new Map<string, (frame: Frame) => void>();
  // Events have no id. Several frames may arrive at once.
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString('utf8')) as Frame;
    waiting.get(frame.id ?? '')?.(frame);
    waiting.delete(frame.id ?? '');
  });
  return {
    send: async (method: string, params: object): Promise<unknown> => {
      lastId += 1;
      const id = String(lastId);
      socket.send(JSON.stringify({ id, method, params }));
      const { result, error } = await new Promise<Frame>((resolve) => waiting.set(id, resolve));
      if (error) throw new Error(error.message);
      return result;
    },
    close: () => socket.terminate(),
  };
};
