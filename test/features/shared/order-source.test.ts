import { NO_FILTER, planOf } from '../../../miniprogram/features/payment-history/query/filter';
import { orderSource } from '../../../miniprogram/features/shared/order-source';
import type { OrdersService } from '../../../miniprogram/services/orders/orders';
import { startWithOrders } from '../../services/support/sandbox';

const NEVER = { cancelled: false, onCancel: () => () => undefined };

/** A history of `count` payments whose oldest row is unreadable. */
async function historyWithABrokenEnd(count: number) {
  const { sandbox, control, orders } = await startWithOrders({ count: 0 });
  for (let number = 0; number < count; number += 1) {
    const wire = {
      id: null,
      transaction_no: null,
      trade_no: null,
      total_cost: 'x',
      created_at: 'x',
    };
    const created_at = 1_700_000_000 + number;
    await control('POST', '/orders', number === 0 ? { created_at, wire } : { created_at });
  }
  const read = (offset: number, service: OrdersService = orders) =>
    orderSource(service).fetchPage({ offset, limit: 20, order: 'newest-first' }, NEVER);
  return { sandbox, read };
}

test('a page with only an unreadable row has that row and no order', async () => {
  const { sandbox, read } = await historyWithABrokenEnd(21);
  const { rows } = await read(0);
  expect(rows.filter((row) => row !== null)).toHaveLength(20);
  expect(await read(20)).toMatchObject({ rows: [null], isLast: true });
  await sandbox.close();
});

test('a first page of which no row can be read is a failure, not an empty history', async () => {
  const { sandbox, read } = await historyWithABrokenEnd(1);
  await expect(read(0)).rejects.toThrow('no row of the first page can be read');
  await sandbox.close();
});

test('a server that ignores a refund’s word as a status has no such payments', async () => {
  const { sandbox, orders } = await startWithOrders({ count: 30, ignoredFilters: ['status'] });
  const range = { offset: 0, limit: 20, order: 'newest-first' } as const;
  const serverFilters = { status: 'complete' } as const;
  const optional = orderSource(orders, { serverFilters, isOptional: true });
  expect(await optional.fetchPage(range, NEVER)).toMatchObject({ rows: [], isLast: true });
  const required = orderSource(orders, { serverFilters });
  expect(await required.fetchPage(range, NEVER)).toMatchObject({ received: 20, isLast: false });
  await sandbox.close();
});

test('a server that rejects a refund’s word as a status has no such payments', async () => {
  const { sandbox, control, orders } = await startWithOrders({ count: 3 });
  const refuse = (status: string) =>
    control('POST', '/faults', { kind: 'status', status: 400, match: { query: { status } } });
  await refuse('complete');
  const range = { offset: 0, limit: 20, order: 'newest-first' } as const;
  const serverFilters = { status: 'complete' } as const;
  const page = await orderSource(orders, { serverFilters, isOptional: true }).fetchPage(
    range,
    NEVER,
  );
  expect(page).toMatchObject({ rows: [], isLast: true, totalCount: 0 });
  await expect(orderSource(orders, { serverFilters }).fetchPage(range, NEVER)).rejects.toThrow(
    'invalid request',
  );
  await control('DELETE', '/faults');
  await control('POST', '/faults', { kind: 'status', status: 500 });
  await expect(
    orderSource(orders, { serverFilters, isOptional: true }).fetchPage(range, NEVER),
  ).rejects.toThrow('500');
  await sandbox.close();
});

test('a source of payments without refund has every row and the server’s total', async () => {
  const { sandbox, orders } = await startWithOrders({ count: 60 });
  const [query] = planOf({ ...NO_FILTER, refund: 'none' }).queries;
  const { fetchPage, isShown } = orderSource(orders, query);
  const page = await fetchPage({ offset: 0, limit: 60, order: 'newest-first' }, NEVER);
  expect(page.totalCount).toBe(60);
  const read = page.rows.filter((row) => row !== null);
  expect(read).toHaveLength(60);
  const shown = read.filter((order) => isShown?.(order));
  expect(shown.length).toBeLessThan(60);
  expect(shown).toEqual(read.filter(({ refund }) => refund === 'none'));
  await sandbox.close();
});
