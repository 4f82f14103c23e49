import type { FastifyInstance, FastifyRequest, onRequestHookHandler } from 'fastify';
import { requireUser } from '../auth';
import { deliver } from '../dialects/dialect';
import { HttpError } from '../errors';
import type { JsonObject } from '../json';
import type { World } from '../world';
import { filtersOf, type OrderListParameters, orderListParameters } from './order-list-schema';

const listPaths = ['/hserve/v2.2/idp/pay/order/', '/hserve/v2.0/idp/pay/order/'];
const detailPath = '/hserve/v2.0/idp/pay/order/:transaction_no/';
const defaultLimit = 20;

/** `next` is never null, not even on the last page, as in the documented sample. */
function pageLinks(path: string, limit: number, offset: number): JsonObject {
  const link = (from: number) => `${path}?limit=${limit}&offset=${from}`;
  return {
    next: link(offset + limit),
    previous: offset === 0 ? null : link(Math.max(0, offset - limit)),
  };
}

function totalCount(setting: World['settings']['totalCount'], exact: number): JsonObject {
  if (setting === 'missing') return {};
  return { total_count: setting === 'exact' ? exact : setting };
}

/** Registers the list and the detail of the user's own orders. */
export function orderRoutes(app: FastifyInstance, world: World): void {
  const userOf = (request: FastifyRequest) => requireUser(request, world.clientId, world.tokens);
  // Authentication comes before validation of the parameters.
  const onRequest: onRequestHookHandler = (request, _reply, done) => {
    userOf(request);
    done();
  };

  for (const path of listPaths) {
    app.get<{ Querystring: OrderListParameters }>(
      path,
      { schema: { querystring: orderListParameters }, onRequest },
      (request) => {
        const { settings, database } = world;
        const { query } = request;
        const limit = Math.min(Number(query.limit ?? defaultLimit), settings.maxLimit);
        const offset = Number(query.offset ?? 0);
        const found = database.page({
          user: userOf(request),
          filters: filtersOf(query, settings.ignoredFilters),
          orderBy: settings.honourOrderBy ? (query.order_by ?? 'created_at') : 'created_at',
          limit,
          offset,
        });
        const { next, previous } = pageLinks(path, limit, offset);
        return {
          meta: {
            limit,
            next,
            offset,
            previous,
            ...totalCount(settings.totalCount, found.totalCount),
          },
          objects: found.orders.map((order) => deliver(order, settings.dialect)),
        };
      },
    );
  }

  app.get<{ Params: { transaction_no: string } }>(detailPath, { onRequest }, (request) => {
    const order = world.database.find(request.params.transaction_no);
    if (order === null || order.user !== userOf(request)) {
      throw new HttpError(404, `order not found: ${request.params.transaction_no}`);
    }
    return deliver(order, world.settings.dialect);
  });
}
