import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { DeviceLink } from './device-link';
import {
  UNSUPPORTED,
  type EventFrame,
  type Handlers,
  type RequestFrame,
  type ResponseFrame,
  type ToolMethods,
} from './protocol';

/** Version reported to the client, which requires at least 2.7.3. */
const SDK_VERSION = '3.4.0';
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

/** Options of the endpoint. */
export interface EndpointOptions {
  port: number;
  /** First path segment that clients must know. @default any path is accepted */
  secret?: string;
  device: DeviceLink;
  /** Takes a screenshot as base64 PNG; null without a headless browser. */
  screenshot: (() => Promise<string>) | null;
  /** Called when a client asks the tool to close. */
  onExit: () => void;
}

type AnyHandler = (params: Record<string, unknown>) => unknown;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The parsed request, or an error message. */
const parseFrame = (text: string): RequestFrame | string => {
  try {
    const frame = JSON.parse(text) as RequestFrame | null;
    return typeof frame?.method === 'string' ? frame : 'the message is not a request';
  } catch {
    return 'the message is not JSON';
  }
};

const toolHandlers = ({ screenshot, onExit }: EndpointOptions): Handlers<ToolMethods> => ({
  'Tool.getInfo': () => ({ SDKVersion: SDK_VERSION }),
  // The client sends App.exit one second before Tool.close; only Tool.close ends the preview.
  'App.exit': () => ({}),
  'Tool.close': () => {
    // After the answer was sent.
    setImmediate(onExit);
    return {};
  },
  'App.captureScreenshot': async () => {
    if (!screenshot)
      throw new Error('a screenshot needs the headless mode: npm start -- --headless');
    return { data: await screenshot() };
  },
  // Logs are always sent; the client ignores them without a listener.
  'App.enableLog': () => ({}),
});

/** Listens for miniprogram-automator on the loopback interface. Every request gets an answer or an error. */
export const startEndpoint = async (options: EndpointOptions) => {
  const own = toolHandlers(options) as unknown as Record<string, AnyHandler>;
  const path = `/${options.secret ?? ''}`;
  const clients = new Set<WebSocket>();
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: options.port,
    maxPayload: MAX_MESSAGE_BYTES,
    // A browser sends an origin, the client does not: web pages are refused.
    verifyClient: ({ origin, req }: { origin?: string; req: IncomingMessage }) =>
      !origin && (options.secret === undefined || req.url === path),
  });
  await once(server, 'listening');

  const answer = async (text: string): Promise<ResponseFrame> => {
    const frame = parseFrame(text);
    if (typeof frame === 'string') return { id: '', error: { message: frame } };
    try {
      const reason = Object.hasOwn(UNSUPPORTED, frame.method)
        ? UNSUPPORTED[frame.method]
        : undefined;
      if (reason) throw new Error(`${frame.method} is not supported: ${reason}`);
      const params = frame.params ?? {};
      const handler = Object.hasOwn(own, frame.method) ? own[frame.method] : undefined;
      const result = handler
        ? await handler(params)
        : await options.device.call(frame.method, params);
      return { id: frame.id, result };
    } catch (error) {
      return { id: frame.id, error: { message: messageOf(error) } };
    }
  };

  server.on('connection', (client) => {
    clients.add(client);
    client.on('close', () => clients.delete(client));
    client.on('error', () => client.terminate());
    client.on('message', (data: Buffer) => {
      void answer(data.toString('utf8')).then((frame) => client.send(JSON.stringify(frame)));
    });
  });

  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}${options.secret ? path : ''}`,
    broadcast(event: EventFrame): void {
      for (const client of clients) client.send(JSON.stringify(event));
    },
    close: (): Promise<void> => {
      for (const client of clients) client.terminate();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
