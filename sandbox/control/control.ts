import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { HttpError } from '../errors';
import type { FaultRequest } from '../faults';
import { settlePayment } from '../routes/pay';
import type { SettingsChange } from '../settings';
import type { World } from '../world';
import { orderControl } from './orders';
import { faultRequest, paymentNotice, resetChange, settingsChange } from './schemas';

/** Path prefix of the control API. */
export const controlPrefix = '/sandbox';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/**
 * Whether a request may use the control API: `Host`, and `Origin` where it is present, must be loopback addresses.
 *
 * Without this check any web page that is open in a browser on this machine could control the sandbox.
 */
export function mayControl(headers: IncomingHttpHeaders): boolean {
  const { host = '', origin } = headers;
  return (
    loopback.test(host) &&
    (origin === undefined || loopback.test(origin.replace(/^https?:\/\//, '')))
  );
}

function attempt(change: () => void): void {
  try {
    change();
  } catch (error) {
    if (error instanceof RangeError) throw new HttpError(400, error.message);
    throw error;
  }
}

/** Registers the control API, which inspects and changes the running sandbox. */
export function controlRoutes(app: FastifyInstance, world: World): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const allowed = mayControl(request.headers);
    done(allowed ? undefined : new HttpError(403, 'the control API answers to this machine only'));
  });

  app.post<{ Body: SettingsChange | null }>(
    '/reset',
    { schema: { body: { ...resetChange, type: ['object', 'null'] } } },
    (request) => {
      attempt(() => world.reset(request.body ?? {}));
      return world.settings;
    },
  );

  app.get('/settings', () => world.settings);
  app.patch<{ Body: SettingsChange }>(
    '/settings',
    { schema: { body: settingsChange } },
    (request) => {
      attempt(() => world.change(request.body));
      return world.settings;
    },
  );

  app.post('/tokens/expire', () => ({ expired: world.tokens.expireAll() }));

  app.get('/faults', () => world.faults.list());
  app.post<{ Body: FaultRequest }>(
    '/faults',
    { schema: { body: faultRequest } },
    (request, reply) => {
      reply.code(201);
      return world.faults.add(request.body);
    },
  );
  app.delete('/faults', (_request, reply) => {
    world.faults.clear();
    void reply.code(204).send();
  });

  app.get('/requests', () => world.requests.entries());
  app.delete('/requests', (_request, reply) => {
    world.requests.clear();
    void reply.code(204).send();
  });

  app.post<{ Body: { package: string; delayMs?: number } }>(
    '/payments',
    { schema: { body: paymentNotice } },
    (request, reply) => {
      settlePayment(world, request.body.package, request.body.delayMs ?? 0);
      void reply.code(202).send();
    },
  );

  orderControl(app, world);
}
