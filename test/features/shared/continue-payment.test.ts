import { createServerClock } from '../../../miniprogram/core/server-clock';
import { createEvent } from '../../../miniprogram/core/event';
import type { Order } from '../../../miniprogram/domain/order';
import { createContinuePayment } from '../../../miniprogram/features/shared/continue-payment';
import { watchNetwork } from '../../../miniprogram/services/network';
import { createOrderCache } from '../../../miniprogram/services/orders/order-cache';
import type { OrdersService } from '../../../miniprogram/services/orders/orders';
import { createPendingPayments } from '../../../miniprogram/services/orders/pending-payments';
import { textsIn } from '../../../miniprogram/texts/texts';
import { settled, virtualPlatform } from '../../support/virtual-platform';
import { order } from '../support/order';

it('keeps no payment that was read for a user who has left meanwhile', async () => {
  const { platform } = virtualPlatform();
  const changed = createEvent();
  let answer: (read: Order) => void = () => undefined;
  const orders = {
    get: () => new Promise<Order>((resolve) => (answer = resolve)),
    onUserChange: changed.subscribe,
  } as unknown as OrdersService;
  const orderCache = createOrderCache(orders);
  const network = watchNetwork(platform);
  const pendingPayments = createPendingPayments(orders, orderCache, network, platform);
  const clock = createServerClock(platform);
  const payer = createContinuePayment(
    { orders, orderCache, pendingPayments, clock },
    textsIn('en'),
  );
  const createdAt = platform.now() / 1000;
  const pending = order({ status: 'pending', statusRaw: 'pending', paidAt: null, createdAt });
  // A row of an earlier visit is read before it is paid.
  const row = { ...pending };
  Reflect.deleteProperty(row, 'updatedAt');
  const started = payer.start(row);
  changed.emit();
  answer(pending);
  await expect(started).resolves.toBe('');
  await settled();
  expect(orderCache.get({ transactionNo: 'T1' })).toBeNull();
});
