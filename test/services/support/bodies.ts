import { createHttpClient } from '../../../miniprogram/services/http/client';
import { createOrders, type ListOrdersQuery } from '../../../miniprogram/services/orders/orders';
import { fixedToken } from '../../../miniprogram/services/session/fixed-token';

/** An order service without a network, for hundreds of thousands of answers. */
export function answering() {
  const answer = { body: '', status: 200 };
  const orders = createOrders(
    createHttpClient({
      host: 'https://h.example',
      clientId: 'app',
      session: fixedToken('t'),
      retries: 0,
      perMinute: Infinity,
      platform: { after: () => () => undefined },
      transport: ({ success }) => {
        success({ statusCode: answer.status, data: answer.body });
        return { abort: () => undefined };
      },
    }),
  );
  return {
    /** Reads an answer as a list. @returns `list`, or the kind of the ApiError. @throws Any other error. */
    outcomeOf: async (body: string, status = 200, query: ListOrdersQuery = { details: true }) => {
      Object.assign(answer, { body, status });
      try {
        const page = await orders.list(query);
        if (page.orders.length > page.received) throw new Error('more orders than rows');
        return { page, kind: 'list' };
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'ApiError') throw error;
        return { page: null, kind: (error as Error & { kind: string }).kind };
      }
    },
  };
}
