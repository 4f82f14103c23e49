import type { WebSocket } from 'ws';
import type { EventFrame, RequestFrame, ResponseFrame } from './protocol';

/** The client waits for ever; the device answers in milliseconds or never. */
const DEADLINE_MS = 30_000;

interface Pending {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
  late: NodeJS.Timeout;
  line: WebSocket;
}

/**
 * The server's end of the line to the device in the browser; the newest device that is open counts.
 *
 * @param onEvent - told what the device reports by itself
 */
export const createDeviceLink = (onEvent: (event: EventFrame) => void) => {
  const pending = new Map<string, Pending>();
  const lines: WebSocket[] = [];
  let lastId = 0;
  let isReady: () => void;
  const ready = new Promise<void>((resolve) => (isReady = resolve));
  const current = () => lines.at(-1);

  const settle = (frame: ResponseFrame): void => {
    const waiting = pending.get(frame.id);
    pending.delete(frame.id);
    clearTimeout(waiting?.late);
    if ('error' in frame) waiting?.reject(new Error(frame.error.message));
    else waiting?.resolve(frame.result);
  };

  /** Ends what waits for that line, or for any. */
  const rejectAll = (reason: string, line?: WebSocket): void => {
    for (const [id, waiting] of pending) {
      if (line && waiting.line !== line) continue;
      settle({ id, error: { message: reason } });
    }
  };

  return {
    /** Settles when a first device is there. */
    ready,
    /** Takes the line of a device that was just opened; one that was there before waits behind it. */
    accept(line: WebSocket): void {
      lines.push(line);
      isReady();
      line.on('message', (data: Buffer) => {
        const frame = JSON.parse(data.toString('utf8')) as ResponseFrame | EventFrame;
        if (!('method' in frame)) settle(frame);
        else if (line === current()) onEvent(frame);
      });
      line.on('close', () => {
        lines.splice(lines.indexOf(line), 1);
        rejectAll('the device was closed', line);
      });
    },
    /** @throws Error when no browser shows the preview, or what the device answers as an error */
    call(method: string, params: Record<string, unknown>): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const line = current();
        if (!line) {
          reject(new Error('no browser shows the preview: open its address first'));
          return;
        }
        lastId += 1;
        const id = String(lastId);
        const message = `the device did not answer ${method} within ${DEADLINE_MS} ms`;
        const late = setTimeout(() => settle({ id, error: { message } }), DEADLINE_MS);
        const frame: RequestFrame = { id, method, params };
        pending.set(id, { resolve, reject, late, line });
        line.send(JSON.stringify(frame));
      });
    },
    close: (): void => rejectAll('the preview was closed'),
  };
};

/** The line to the device. */
export type DeviceLink = ReturnType<typeof createDeviceLink>;
