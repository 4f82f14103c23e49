import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { isFromOwnPages } from './access';

const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

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
    if (!accept || !isPage || !isFromOwnPages(request.headers)) {
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
