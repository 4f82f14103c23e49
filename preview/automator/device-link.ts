import type { WebSocket } from 'ws';
import { onMessage } from '../server/sockets';
import type { EventFrame, RequestFrame, ResponseFrame } from './protocol';

/** The client has no timeout; the device normally answers in milliseconds. */
const DEADLINE_MS = 30_000;

/** A frame without result is the answer of a method that returns undefined. */
const isDeviceFrame = (value: unknown): value is ResponseFrame | EventFrame => {
  if (typeof value !== 'object' || value === null) return false;
  if ('method' in value) return typeof value.method === 'string';
  if (!('id' in value) || typeof value.id !== 'string') return false;
  if (!('error' in value)) return true;
  const { error } = value;
  return typeof error === 'object' && error !== null && 'message' in error;
};

interface Pending {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
  socket: WebSocket;
}

/**
 * The server's end of the sockets to the devices in browsers. Requests go to the newest open device.
 *
 * @param onEvent - receives events of that device
 */
export const createDeviceLink = (onEvent: (event: EventFrame) => void) => {
  const pending = new Map<string, Pending>();
  const sockets: WebSocket[] = [];
  let lastId = 0;
  let advice = 'open its address first';
  let isReady: () => void;
  const ready = new Promise<void>((resolve) => (isReady = resolve));
  const current = () => sockets.at(-1);

  const settle = (frame: ResponseFrame): void => {
    const waiting = pending.get(frame.id);
    pending.delete(frame.id);
    clearTimeout(waiting?.timer);
    if ('error' in frame) waiting?.reject(new Error(frame.error.message));
    else waiting?.resolve(frame.result);
  };

  /** Rejects the pending requests of one socket, or of all. */
  const rejectAll = (reason: string, socket?: WebSocket): void => {
    for (const [id, waiting] of pending) {
      if (socket && waiting.socket !== socket) continue;
      settle({ id, error: { message: reason } });
    }
  };

  return {
    /** Resolves when the first device is connected. */
    ready,
    /** Adds the socket of a newly opened device. When it closes, requests go to the previous device again. */
    accept(socket: WebSocket): void {
      sockets.push(socket);
      isReady();
      onMessage(socket, isDeviceFrame, (frame) => {
        if (!('method' in frame)) settle(frame);
        else if (socket === current()) onEvent(frame);
      });
      socket.on('close', () => {
        sockets.splice(sockets.indexOf(socket), 1);
        rejectAll('the device was closed', socket);
      });
    },
    /** Says from now on why no browser shows the preview. */
    explain: (reason: string): void => void (advice = reason),
    /** @throws Error when no browser shows the preview, or with the error message of the device */
    call(method: string, params: Record<string, unknown>): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const socket = current();
        if (!socket) {
          reject(new Error(`no browser shows the preview: ${advice}`));
          return;
        }
        lastId += 1;
        const id = String(lastId);
        const message = `the device did not answer ${method} within ${DEADLINE_MS} ms`;
        const timer = setTimeout(() => settle({ id, error: { message } }), DEADLINE_MS);
        const frame: RequestFrame = { id, method, params };
        pending.set(id, { resolve, reject, timer, socket });
        socket.send(JSON.stringify(frame));
      });
    },
    close: (): void => rejectAll('the preview was closed'),
  };
};

/** The server's connection to the device. */
export type DeviceLink = ReturnType<typeof createDeviceLink>;
