import type { FastifyInstance } from 'fastify';
import { HttpError } from '../errors';
import { insertOrder, requireFree, type OrderChange } from '../insert-order';
import type { StoredOrder } from '../order';
import type { World } from '../world';
import { orderChange } from './schemas';

interface ByNumber {
  transaction_no: string;
}

function requireOrder(world: World, transactionNo: string): StoredOrder {
  const order = world.database.find(transactionNo);
  if (order === null) throw new HttpError(404, `order not found: ${transactionNo}`);
  return order;
}

/** Registers the routes that read, insert, change and delete orders of any user. */
export function orderControl(app: FastifyInstance, world: World): void {
  app.get<{ Querystring: { user: string } }>(
    '/orders',
    {
      schema: {
        querystring: {
          type: 'object',
          properties: {
            user: {
              type: 'string',
              pattern: '^[1-9]\\d*$',
              default: '1',
              description: 'an integer of at least 1',
            },
          },
        },
      },
    },
    (request) => world.database.ordersOf(Number(request.query.user)),
  );

  app.post<{ Body: OrderChange }>(
    '/orders',
    { schema: { body: orderChange } },
    (request, reply) => {
      reply.code(201);
      return insertOrder(world, request.body);
    },
  );

  app.patch<{ Params: ByNumber; Body: OrderChange }>(
    '/orders/:transaction_no',
    { schema: { body: orderChange } },
    (request) => {
      const order = { ...requireOrder(world, request.params.transaction_no), ...request.body };
      requireFree(world, order.transaction_no, order.id);
      world.database.save(order);
      return order;
    },
  );

  app.delete<{ Params: ByNumber }>('/orders/:transaction_no', (request, reply) => {
    world.database.remove(requireOrder(world, request.params.transaction_no));
    void reply.code(204).send();
  });
}
