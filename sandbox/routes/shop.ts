import type { FastifyInstance } from 'fastify';
import { requireUser } from '../auth';
import { HttpError } from '../errors';
import type { StoredOrder, StoredRefund } from '../order';
import type { World } from '../world';

const account = '招商银行信用卡 0403';

/** Refunds that agree with the order's `refund_status`: a partial one is a third of the amount, and one on its way. */
function refundsOf(order: StoredOrder): StoredRefund[] {
  if (order.refunds !== null) return order.refunds;
  const { refund_status, total_fen: total, updated_at: time } = order;
  const third = Math.floor(total / 3);
  switch ((refund_status ?? '').trim()) {
    case 'complete':
      return [{ amount_fen: total, status: 'success', time, account }];
    case 'partial':
      if (third === 0) return [];
      return [
        { amount_fen: third, status: 'success', time, account },
        { amount_fen: third, status: 'processing', time: time + 60, account },
      ];
    case 'failed':
      return [{ amount_fen: total, status: 'abnormal', time, account }];
    default:
      return [];
  }
}

/**
 * Registers the server of an example shop, which is not a part of Hydrogen: a shop that refunds by WeChat Pay's
 * API has a list of its refunds.
 */
export function shopRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { transaction_no: string } }>(
    '/example-shop/refunds/:transaction_no/',
    (request) => {
      const user = requireUser(request, world.clientId, world.tokens);
      const order = world.database.find(request.params.transaction_no);
      if (order?.user !== user) throw new HttpError(404, 'no such order in this shop');
      return { refunds: refundsOf(order) };
    },
  );
}
