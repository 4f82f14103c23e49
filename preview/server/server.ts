import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { WebSocket } from 'ws';
import fastify, { type FastifyInstance } from 'fastify';
import { compileArtefact } from '../compile/compile';
import type { Conditions } from '../conditions';
import { PREVIEW } from '../paths';
import { bundle } from './bundle';
import { fontFile, fontStyles } from './fonts';
import { acceptLines } from './lines';
import { isFromOwnPages } from './own-pages';
import { serveRelayLine } from './relay-line';
import { proxySandbox } from './sandbox-proxy';

/** Where the preview's data comes from and how it is served. */
export interface PreviewOptions {
  /** Folder of the built mini program. */
  dist: string;
  /** Origin of the order API: the only place the mini program's requests may go to. */
  host: string;
  /** The sandbox behind it, if it is one. */
  sandboxUrl?: string;
  /** What wx.getExtConfigSync() answers. */
  extConfig: Record<string, unknown>;
  /** How the phone is at the start, where it is not as it comes. */
  conditions: Partial<Conditions>;
  /** Given the line of every device that opens, for the automator. */
  onDevice: (line: WebSocket) => void;
  /** Port to take; 0 for any free one. */
  port: number;
}

/** A running preview. */
export interface Preview {
  url: string;
  /** Compiles dist/ again and has open pages reload. */
  reload: () => Promise<void>;
  close: () => Promise<void>;
}

const refuseStrangers = (app: FastifyInstance): void => {
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
  const waiting = new Set<() => void>();

  const app = fastify({ forceCloseConnections: true, bodyLimit: 20 * 1024 * 1024 });
  refuseStrangers(app);
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
    const tell = () => void reply.raw.write('data: reload\n\n');
    waiting.add(tell);
    request.raw.on('close', () => waiting.delete(tell));
  });

  proxySandbox(app, options.sandboxUrl);

  const closeLines = acceptLines(app.server, {
    '/relay': (line) => serveRelayLine(line, allowedOrigin),
    '/device-link': options.onDevice,
  });

  const url = await app.listen({ host: '127.0.0.1', port: options.port });
  return {
    url,
    async reload() {
      program = await compile();
      for (const tell of waiting) tell();
    },
    close: () => {
      closeLines();
      return app.close();
    },
  };
};
