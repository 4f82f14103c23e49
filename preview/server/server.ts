import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { WebSocket } from 'ws';
import fastify, { type FastifyInstance } from 'fastify';
import { compileArtefact } from '../compile/compile';
import type { Conditions } from '../conditions';
import { PREVIEW } from '../paths';
import { ISOLATION_HEADERS, refusalOf } from './access';
import { bundle } from './bundle';
import { fontFile, fontStyles } from './fonts';
import { serveRelay } from './relay';
import { serveFiles } from './files';
import { proxySandbox } from './sandbox-proxy';
import { acceptSockets } from './sockets';
import { wechatCalls } from './wechat-calls';

/** Data source and address of the preview server. */
export interface PreviewOptions {
  /** Folder of the built mini program. */
  dist: string;
  /** Whether an element, behavior or call that the preview does not have is an error. @default true */
  isStrict?: boolean;
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
  /** Path of the preview, from createSecret(). */
  secret: string;
  /** Identifies the app; each app has a separate storage. */
  app: string;
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

const serveText = (
  pages: FastifyInstance,
  url: string,
  type: string,
  text: () => string | Promise<string>,
) =>
  pages.get(url, { prefixTrailingSlash: 'slash' }, async (_request, reply) =>
    reply.type(`${type}; charset=utf-8`).send(await text()),
  );

/**
 * Starts the preview server on this machine's loopback interface.
 *
 * @throws Error naming the file when the mini program in `dist` does not compile
 */
export const startPreview = async (options: PreviewOptions): Promise<Preview> => {
  const source = (file: string) => () => readFile(path.join(PREVIEW, file), 'utf8');
  const { isStrict = true } = options;
  const compile = async () => {
    const { artefact, templates } = await compileArtefact(options.dist, isStrict);
    return `window.miniProgram = { artefact: ${JSON.stringify(artefact)}, templates: ${templates} };`;
  };
  let program = await compile();
  const calls = isStrict ? [] : await wechatCalls();
  const deviceScript = await bundle('host/main.ts');
  const shellScript = await bundle('shell/main.ts');
  const { extConfig, conditions } = options;
  const allowedOrigin = new URL(options.host).origin;
  const reloads = new Set<() => void>();

  const app = fastify({ forceCloseConnections: true, bodyLimit: 20 * 1024 * 1024 });
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(ISOLATION_HEADERS);
    const refusal = refusalOf(request.raw);
    if (refusal) await reply.code(refusal.status).send(refusal.reason);
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send('open the address that npm start printed'),
  );
  const fonts = await fontStyles();
  const servePages = (pages: FastifyInstance): void => {
    serveText(pages, '/', 'text/html', source('shell/shell.html'));
    serveText(pages, '/shell.css', 'text/css', source('shell/shell.css'));
    serveText(pages, '/shell.js', 'text/javascript', () => shellScript);
    serveText(pages, '/device', 'text/html', source('host/device.html'));
    serveText(pages, '/device.css', 'text/css', source('host/device.css'));
    serveText(pages, '/device.js', 'text/javascript', () => deviceScript);
    serveText(pages, '/artefact.js', 'text/javascript', () => program);
    serveText(pages, '/fonts.css', 'text/css', () => fonts);
    pages.get('/settings.json', () => ({
      extConfig,
      conditions,
      hasSandbox: options.sandboxUrl !== undefined,
      app: options.app,
      wechatCalls: calls,
    }));
    serveFiles(pages, options.dist);
    pages.get<{ Params: { name: string } }>('/fonts/:name', async (request, reply) => {
      const file = await fontFile(request.params.name);
      return file ? reply.type('font/woff2').send(file) : reply.code(404).send();
    });
    pages.get('/reload', (request, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, { ...ISOLATION_HEADERS, 'content-type': 'text/event-stream' });
      reply.raw.flushHeaders();
      const send = () => void reply.raw.write('data: reload\n\n');
      reloads.add(send);
      request.raw.on('close', () => reloads.delete(send));
    });
    proxySandbox(pages, options.sandboxUrl);
  };
  const base = `/${options.secret}`;
  // The addresses in the pages are relative, so the path ends with a slash.
  app.get(base, (request, reply) => reply.redirect(request.url.replace(base, `${base}/`)));
  await app.register(
    (pages, _options, done) => {
      servePages(pages);
      done();
    },
    { prefix: base },
  );

  const closeSockets = acceptSockets(app.server, {
    [`${base}/relay`]: (socket) => serveRelay(socket, allowedOrigin),
    [`${base}/device-link`]: options.onDevice,
  });

  const origin = await app.listen({ host: '127.0.0.1', port: options.port });
  return {
    url: origin + base,
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
