import type { Server } from 'node:http';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { refusalOf } from './access';
import { MAX_MESSAGE_BYTES } from './relay-protocol';

/** WebSocket close code for a message that violates the protocol. */
const POLICY_VIOLATION = 1008;

/**
 * Calls a handler with every message of a socket. A message that is malformed closes the socket.
 *
 * @param isMessage - checks the parsed JSON
 */
export const onMessage = <Message>(
  socket: WebSocket,
  isMessage: (value: unknown) => value is Message,
  handle: (message: Message) => void,
): void => {
  socket.on('message', (data, isBinary) => {
    const message = isBinary ? undefined : parsed(data);
    if (isMessage(message)) handle(message);
    else socket.close(POLICY_VIOLATION, 'malformed message');
  });
};

const parsed = (data: RawData): unknown => {
  try {
    // The default binaryType delivers a Buffer.
    return JSON.parse((data as Buffer).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * Accepts WebSockets of the preview's own pages.
 *
 * @param handlers - handler of a new socket, by path
 * @returns a function that closes all sockets
 */
export const acceptSockets = (
  server: Server,
  handlers: Record<string, (socket: WebSocket) => void>,
): (() => void) => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  server.on('upgrade', (request, connection, head) => {
    const accept = handlers[request.url ?? ''];
    // A browser always sends the origin of the page that opens a WebSocket.
    const isPage = request.headers.origin !== undefined;
    if (!accept || !isPage || refusalOf(request)) {
      connection.destroy();
      return;
    }
    sockets.handleUpgrade(request, connection, head, (socket) => {
      socket.on('error', () => socket.terminate());
      accept(socket);
    });
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
};
