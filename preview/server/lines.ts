import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { isFromOwnPages } from './own-pages';

const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

/**
 * Lets the preview's own pages open lines (WebSockets) to the server, each kind at a path of its own.
 *
 * @param kinds - what to do with a line, by path
 * @returns what ends all lines
 */
export const acceptLines = (
  server: Server,
  kinds: Record<string, (line: WebSocket) => void>,
): (() => void) => {
  const lines = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  server.on('upgrade', (request, socket, head) => {
    const accept = kinds[request.url ?? ''];
    // A browser always names the page that opens a line.
    const isPage = request.headers.origin !== undefined;
    if (!accept || !isPage || !isFromOwnPages(request.headers)) {
      socket.destroy();
      return;
    }
    lines.handleUpgrade(request, socket, head, (line) => {
      line.on('error', () => line.terminate());
      accept(line);
    });
  });
  return () => {
    for (const line of lines.clients) line.terminate();
    lines.close();
  };
};
