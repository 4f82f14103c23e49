import { once } from 'node:events';
import WebSocket from 'ws';
import { until } from '../../../testing/until';

/** An event of the device, such as `App.logAdded`. */
export interface DeviceEvent {
  method: string;
  params: Record<string, unknown>;
}

interface Frame extends Partial<DeviceEvent> {
  id?: string;
  result?: { result?: unknown };
  error?: { message: string };
}

/**
 * Sends automator requests without the pauses of the real client. Waits for the device: a page is drawn before it is
 * connected.
 *
 * @param onEvent - receives the events of the device
 */
export const connectDevice = async (
  automatorUrl: string,
  onEvent: (event: DeviceEvent) => void = () => undefined,
) => {
  const socket = new WebSocket(automatorUrl);
  await once(socket, 'open');
  let lastId = 0;
  const waiting = new Map<string, (frame: Frame) => void>();
  // Events have no id. Several frames may arrive at once.
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString('utf8')) as Frame;
    if (frame.method !== undefined) onEvent({ method: frame.method, params: frame.params ?? {} });
    waiting.get(frame.id ?? '')?.(frame);
    waiting.delete(frame.id ?? '');
  });
  const send = async (method: string, params: object): Promise<unknown> => {
    lastId += 1;
    const id = String(lastId);
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await new Promise<Frame>((resolve) => waiting.set(id, resolve));
    if (error) throw new Error(error.message);
    return result;
  };
  const answers = () =>
    send('App.getCurrentPage', {}).then(
      () => true,
      () => false,
    );
  await until('the device', answers);
  return {
    send,
    close: () => socket.terminate(),
  };
};
