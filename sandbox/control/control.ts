import type { FastifyInstance } from 'fastify';
import { Refusal } from '../errors';
import type { FaultOrder } from '../faults';
import { settlePayment } from '../routes/pay';
import type { SettingsChange } from '../settings';
import type { World } from '../world';
import { mayControl } from './guard';
import { orderControl } from './orders';
import { faultOrder, paymentNotice, resetChange, settingsChange } from './schemas';

/** Where the control API lives. */
export const controlPrefix = '/sandbox';

function attempt(change: () => void): void {
  try {
    change();
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(400, error.message);
    throw error;
  }
}

/** Everything a test or a person can do to the sandbox while it runs. */
export function controlRoutes(app: FastifyInstance, world: World): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const allowed = mayControl(request.headers);
    done(allowed ? undefined : new Refusal(403, 'the control API answers to this machine only'));
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
  app.post<{ Body: FaultOrder }>('/faults', { schema: { body: faultOrder } }, (request, reply) => {
    reply.code(201);
    return world.faults.add(request.body);
  });
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
