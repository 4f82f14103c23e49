import type { FastifyInstance } from 'fastify';
import { requireUser } from '../auth';
import { gatewayExtraInfo } from '../dialects/gateway-extra-info';
import { HttpError } from '../errors';
import { insertOrder } from '../insert-order';
import type { JsonObject } from '../json';
import { maxInteger } from '../order';
import type { World } from '../world';

interface NewOrder {
  gateway_type: string;
  total_cost: number;
  merchandise_description: string;
  merchandise_schema_id?: number | string;
  merchandise_record_id?: string;
  merchandise_snapshot?: JsonObject;
}

const maxYuan = Math.floor(maxInteger / 100);

const body = {
  type: 'object',
  required: ['gateway_type', 'total_cost', 'merchandise_description'],
  properties: {
    gateway_type: { enum: ['weixin_tenpay'], description: 'weixin_tenpay' },
    total_cost: {
      type: 'number',
      minimum: 0.01,
      maximum: maxYuan,
      description: `yuan from 0.01 to ${maxYuan}`,
    },
    merchandise_description: { type: 'string', minLength: 1, description: 'a string' },
    // minapp-sdk sends the value of the host app, which may be text.
    merchandise_schema_id: {
      type: ['integer', 'string'],
      minimum: 0,
      maximum: maxInteger,
      pattern: '^\\d{1,15}$',
      description: `an integer from 0 to ${maxInteger}`,
    },
    merchandise_record_id: { type: 'string', description: 'a string' },
    merchandise_snapshot: { type: 'object', description: 'an object' },
  },
} as const;

/** Registers order creation: a pending order and its parameters for `wx.requestPayment`. */
export function payRoutes(app: FastifyInstance, world: World): void {
  app.post<{ Body: NewOrder }>(
    '/hserve/v2.2/idp/pay/order/',
    {
      schema: { body },
      onRequest: (request, _reply, done) => {
        requireUser(request, world.clientId, world.tokens);
        done();
      },
    },
    (request, reply) => {
      const { total_cost, merchandise_schema_id, ...given } = request.body;
      const user = requireUser(request, world.clientId, world.tokens);
      const total_fen = Math.round(total_cost * 100);
      const order = insertOrder(world, {
        ...given,
        ...(merchandise_schema_id !== undefined && {
          merchandise_schema_id: Number(merchandise_schema_id),
        }),
        user,
        total_fen,
        status: 'pending',
        paid_at: null,
      });
      const { transaction_no, trade_no } = order;
      const { payment_parameters } = gatewayExtraInfo(order) as { payment_parameters: JsonObject };
      reply.code(201);
      return { transaction_no, trade_no, ...payment_parameters };
    },
  );
}

/**
 * Simulates the payment notice of WeChat Pay: a pending order becomes a success after a delay.
 *
 * @param prepay - `package` of the payment parameters.
 * @param delayMs - Delay in milliseconds.
 * @throws HttpError 404 when no pending order has this `package`.
 */
export function settlePayment(world: World, prepay: string, delayMs: number): void {
  const pending = [...world.users]
    .flatMap((user) => world.database.ordersOf(user))
    .filter((order) => order.status === 'pending');
  const paid = pending.find((order) => {
    const { payment_parameters } = gatewayExtraInfo(order) as { payment_parameters?: JsonObject };
    return payment_parameters?.['package'] === prepay;
  });
  if (!paid) throw new HttpError(404, `no pending order has the package ${prepay}`);
  const settle = () => {
    const order = world.database.find(paid.transaction_no);
    if (order?.status !== 'pending') return;
    const now = Math.floor(world.now());
    world.database.save({ ...order, status: 'success', paid_at: now, updated_at: now });
  };
  setTimeout(settle, delayMs).unref();
}
