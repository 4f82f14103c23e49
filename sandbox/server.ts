import { fastify, type FastifyInstance, type FastifyReply } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { controlPrefix, controlRoutes } from './control/control';
import { mayControl } from './control/guard';
import { answerErrors, describeInvalid, errorBody } from './errors';
import { interfere } from './interference';
import type { StoredOrder } from './order';
import type { LoggedRequest } from './request-log';
import { loginRoutes } from './routes/login';
import { orderRoutes } from './routes/orders';
import { payRoutes } from './routes/pay';
import { changeSettings, defaultSettings, type SettingsChange } from './settings';
import { World } from './world';

/** How to start a sandbox; what is left out is as `defaultSettings` says. */
export interface SandboxOptions extends SettingsChange {
  /** 0, the default, takes any free port. */
  port?: number;
  /** The client id that requests must carry. */
  clientId?: string;
  /** Whether the control API answers; without it `/sandbox/` is not found. */
  control?: boolean;
}

/** A running sandbox. */
export interface Sandbox {
  /** Where it listens: `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** A user's orders as stored, oldest first: exact `total_fen`, epoch seconds. */
  orders(user?: number): StoredOrder[];
  /** What the database answers to a SELECT, for whoever wants to reckon by other means than our own. */
  query<Row>(select: string): Row[];
  /** Every request received, except permitted control requests. */
  requests(): readonly LoggedRequest[];
  /** Ends every connection at once, stalled or not; may be called again. */
  close(): Promise<void>;
}

const loopback = '127.0.0.1';

function isControl(request: IncomingMessage): boolean {
  return request.url?.startsWith(`${controlPrefix}/`) === true && mayControl(request.headers);
}

function build(world: World, control: boolean): FastifyInstance {
  const app = fastify({
    forceCloseConnections: true,
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
  // Ahead of fastify's own listener: it answers malformed addresses without running any hook.
  app.server.prependListener('request', (request, response) => {
    if (!exempt(request)) world.requests.record(request, response);
  });
  answerErrors(app);
  interfere(app, world, (request) => exempt(request.raw));
  loginRoutes(app, world);
  orderRoutes(app, world);
  payRoutes(app, world);
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
 * Starts the order API on 127.0.0.1, seeded and ready.
 *
 * @throws RangeError for a clock that cannot be read; the system's error (`EADDRINUSE`) for a port that is taken.
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
