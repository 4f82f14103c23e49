import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { WebSocket } from 'ws';
import fastify, { type FastifyInstance } from 'fastify';
import { compileArtefact } from '../compile/compile';
import type { Conditions } from '../conditions';
import { PREVIEW } from '../paths';
import { isFromOwnPages } from './access';
import { bundle } from './bundle';
import { fontFile, fontStyles } from './fonts';
import { serveRelay } from './relay';
import { proxySandbox } from './sandbox-proxy';
import { acceptSockets } from './sockets';

/** Data source and address of the preview server. */
export interface PreviewOptions {
  /** Folder of the built mini program. */
  dist: string;
  /** Origin of the order API, the only one that the mini program's requests may go to. */
  host: string;
  /** Address of the sandbox, if the order API is one. */
  sandboxUrl?: string;
  /** Result of wx.getExtConfigSync(). */
  extConfig: Record<string, unknown>;
  /** Initial conditions that differ from INITIAL_CONDITIONS. */
  conditions: Partial<Conditions>;
  /** Receives the automator socket of every device that opens. */
  onDevice: (socket: WebSocket) => void;
  /** Port to listen at; 0 for any free port. */
  port: number;
}

/** A running preview. */
export interface Preview {
  url: string;
  /** Compiles dist/ again and reloads the open pages. */
  reload: () => Promise<void>;
  close: () => Promise<void>;
}

const refuseForeignPages = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (!isFromOwnPages(request.headers)) await reply.code(403).send('local pages only');
  });
};

const serveText = (
  app: FastifyInstance,
  url: string,
  type: string,
  text: () => string | Promise<string>,
) =>
  app.get(url, async (_request, reply) => reply.type(`${type}; charset=utf-8`).send(await text()));

/**
 * Starts the preview server on this machine's loopback interface.
 *
 * @throws Error naming the file when the mini program in `dist` does not compile
 */
export const startPreview = async (options: PreviewOptions): Promise<Preview> => {
  const source = (file: string) => () => readFile(path.join(PREVIEW, file), 'utf8');
  const compile = async () => {
    const { artefact, templates } = await compileArtefact(options.dist);
    return `window.miniProgram = { artefact: ${JSON.stringify(artefact)}, templates: ${templates} };`;
  };
  let program = await compile();
  const deviceScript = await bundle('host/main.ts');
  const shellScript = await bundle('shell/main.ts');
  const { extConfig, conditions } = options;
  const allowedOrigin = new URL(options.host).origin;
  const reloads = new Set<() => void>();

  const app = fastify({ forceCloseConnections: true, bodyLimit: 20 * 1024 * 1024 });
  refuseForeignPages(app);
  serveText(app, '/', 'text/html', source('shell/shell.html'));
  serveText(app, '/shell.css', 'text/css', source('shell/shell.css'));
  serveText(app, '/shell.js', 'text/javascript', () => shellScript);
  serveText(app, '/device', 'text/html', source('host/device.html'));
  serveText(app, '/device.css', 'text/css', source('host/device.css'));
  serveText(app, '/device.js', 'text/javascript', () => deviceScript);
  serveText(app, '/artefact.js', 'text/javascript', () => program);
  serveText(app, '/fonts.css', 'text/css', await fontStyles().then((css) => () => css));
  app.get('/settings.json', () => ({
    extConfig,
    conditions,
    app: `${options.host} ${options.dist}`,
  }));
  app.get<{ Params: { name: string } }>('/fonts/:name', async (request, reply) => {
    const file = await fontFile(request.params.name);
    return file ? reply.type('font/woff2').send(file) : reply.code(404).send();
  });
  app.get('/reload', (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = () => void reply.raw.write('data: reload\n\n');
    reloads.add(send);
    request.raw.on('close', () => reloads.delete(send));
  });

  proxySandbox(app, options.sandboxUrl);

  const closeSockets = acceptSockets(app.server, {
    '/relay': (socket) => serveRelay(socket, allowedOrigin),
    '/device-link': options.onDevice,
  });

  const url = await app.listen({ host: '127.0.0.1', port: options.port });
  return {
    url,
    async reload() {
      program = await compile();
      for (const send of reloads) send();
    },
    close: () => {
      closeSockets();
      return app.close();
    },
  };
};
