import { fastify, type FastifyInstance, type FastifyReply } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { controlPrefix, controlRoutes, mayControl } from './control/control';
import { answerErrors, describeInvalid, errorBody } from './errors';
import { interfere } from './interference';
import type { StoredOrder } from './order';
import type { LoggedRequest } from './request-log';
import { orderRoutes } from './routes/orders';
import { payRoutes } from './routes/pay';
import { sessionRoutes } from './routes/session';
import { shopRoutes } from './routes/shop';
import { changeSettings, defaultSettings, type SettingsChange } from './settings';
import { World } from './world';

/** Options of a sandbox; `defaultSettings` has the defaults of the settings. */
export interface SandboxOptions extends SettingsChange {
  /**
   * Port on 127.0.0.1; 0 picks a free one.
   *
   * @default 0
   */
  port?: number;
  /**
   * The client id that requests must carry.
   *
   * @default 'sandbox-client'
   */
  clientId?: string;
  /**
   * Whether the control API exists; without it, paths under `/sandbox/` are 404.
   *
   * @default false
   */
  control?: boolean;
}

/** A running sandbox. */
export interface Sandbox {
  /** Its base URL: `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly url: string;
  /** A user's orders as stored, oldest first: `total_fen` in fen, times in epoch seconds. */
  orders(user?: number): StoredOrder[];
  /** Runs a SELECT on the database, so that tests can compute expectations independently. */
  query<Row>(select: string): Row[];
  /** Every received request except permitted control requests. */
  requests(): readonly LoggedRequest[];
  /** Ends every connection immediately, including stalled ones; repeated calls are safe. */
  close(): Promise<void>;
}

const loopback = '127.0.0.1';

function isControl(request: IncomingMessage): boolean {
  return request.url?.startsWith(`${controlPrefix}/`) === true && mayControl(request.headers);
}

function build(world: World, control: boolean): FastifyInstance {
  const app = fastify({
    forceCloseConnections: true,
    // The default of 100 characters would hide an order with a longer number.
    routerOptions: { maxParamLength: 16_000 },
    ajv: {
      customOptions: {
        coerceTypes: false,
        removeAdditional: false,
        verbose: true,
        allowUnionTypes: true,
      },
    },
    schemaErrorFormatter: describeInvalid,
    frameworkErrors: (error, _request, reply: FastifyReply) => {
      void reply.code(error.statusCode ?? 400).send(errorBody(error.message));
    },
  });
  const exempt = (request: IncomingMessage) => control && isControl(request);
  // Runs before fastify's own listener, which answers malformed URLs without running any hook.
  app.server.prependListener('request', (request, response) => {
    response.setHeader('date', new Date(world.now() * 1000).toUTCString());
    if (!exempt(request)) world.requests.record(request, response);
  });
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    // Clients such as wx.request name JSON as the type of a body that they do not send.
    if (body === '') done(null, undefined);
    else void parseJson(request, String(body), done);
  });
  answerErrors(app);
  interfere(app, world, (request) => exempt(request.raw));
  sessionRoutes(app, world);
  orderRoutes(app, world);
  payRoutes(app, world);
  shopRoutes(app, world);
  if (control) {
    void app.register(
      (own, _options, done) => {
        controlRoutes(own, world);
        done();
      },
      { prefix: controlPrefix },
    );
  }
  return app;
}

/**
 * Starts the order API on 127.0.0.1 with seeded orders.
 *
 * @throws RangeError for an invalid clock or count; the system error `EADDRINUSE` for a port in use.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, clientId = 'sandbox-client', control = false, ...change } = options;
  const world = new World(clientId, changeSettings(defaultSettings, change));
  const app = build(world, control);
  try {
    await app.listen({ host: loopback, port });
  } catch (error) {
    world.database.close();
    throw error;
  }
  const address = app.server.address() as AddressInfo;
  let closing: Promise<void> | null = null;
  const close = async () => {
    await app.close();
    world.database.close();
  };
  return {
    url: `http://${loopback}:${address.port}`,
    orders: (user = 1) => world.database.ordersOf(user),
    query: <Row>(select: string) => world.database.query<Row>(select),
    requests: () => world.requests.entries(),
    close: () => (closing ??= close()),
  };
}
