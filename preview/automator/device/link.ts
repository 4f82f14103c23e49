import type { LogicLayer } from '../../host/logic-layer';
import { isError, type Report, type Reports } from '../../host/reports';
import type { SetDataMeter } from '../../host/set-data';
import type { Device } from '../../host/types';
import type { DeviceMethods, EventFrame, Handlers, RequestFrame, ResponseFrame } from '../protocol';
import { appHandlers, toolHandlers } from './app';
import { elementHandlers } from './element';
import { createElementRegistry } from './nodes';
import { pageHandlers } from './page';

/** Parts of the device that the automator works with. */
export interface Linked {
  device: Device;
  wx: Record<string, unknown>;
  logic: LogicLayer;
  meter: SetDataMeter;
  reports: Reports;
  /** Resolves when the first page is open; requests wait for it. */
  started: Promise<void>;
}

type AnyHandler = (params: Record<string, unknown>) => unknown;

/** JSON of a value; its text where JSON has none, as for undefined, a function and a bigint. */
const textOf = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
};

/** The message of an error, also of the browser's DOMException; otherwise the text of what was thrown. */
const messageOf = (thrown: unknown): string => {
  const { message } = (thrown ?? {}) as { message?: unknown };
  if (typeof message === 'string') return message;
  return typeof thrown === 'string' ? thrown : textOf(thrown);
};

const eventOf = (report: Report): EventFrame => {
  if (report.kind === 'exception') {
    const { message, stack } = report;
    return { method: 'App.exceptionThrown', params: { message, stack } };
  }
  const { level: type, args } = report;
  const plain = args.map((value) => (isError(value) ? (value.stack ?? value.message) : value));
  return { method: 'App.logAdded', params: { type, args: plain } };
};

/** Encodes a frame; a result that JSON cannot hold becomes an error frame. */
const encoded = (frame: ResponseFrame | EventFrame): string => {
  try {
    return JSON.stringify(frame);
  } catch (error) {
    const message = `the result cannot be sent as JSON: ${messageOf(error)}`;
    return 'id' in frame
      ? JSON.stringify({ id: frame.id, error: { message } })
      : JSON.stringify({ method: frame.method, params: { type: 'error', args: [message] } });
  }
};

/** Connects the device to the automator endpoint and answers its requests while the document lives. */
export const linkToEndpoint = ({ device, wx, logic, meter, reports, started }: Linked): void => {
  const socket = new WebSocket('device-link');
  // Read by the headless browser: a linked device answers, also when its mini program fails.
  document.documentElement.dataset['automator'] = 'linked';
  const opened = new Promise((resolve) => socket.addEventListener('open', resolve));
  const send = (frame: ResponseFrame | EventFrame) =>
    void opened.then(() => socket.send(encoded(frame)));

  const elements = createElementRegistry();
  const typed: Handlers<DeviceMethods> = {
    ...appHandlers(device, wx, logic, send),
    ...pageHandlers(device, elements),
    ...elementHandlers(elements),
    ...toolHandlers(device, meter),
  };
  const handlers = typed as unknown as Record<string, AnyHandler>;

  const answer = async ({ id, method, params }: RequestFrame): Promise<ResponseFrame> => {
    try {
      await started;
      const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
      if (!handler) throw new Error(`the preview does not know the method ${method}`);
      return { id, result: await handler(params) };
    } catch (error) {
      return { id, error: { message: messageOf(error) } };
    }
  };

  reports.onReport((report) => send(eventOf(report)));
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    void answer(JSON.parse(data) as RequestFrame).then(send);
  });
};
