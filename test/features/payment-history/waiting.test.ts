import { configurePaymentHistory, paymentHistory } from '../../../miniprogram/configure';
import { createOrderList } from '../../../miniprogram/features/payment-history/order-list';
import { virtualPlatform } from '../../support/virtual-platform';
import { NO_SNAPSHOT } from '../support/controller';
import { wirePage } from '../support/manual-requests';

const SECOND = 1000;

test('a list that waits for the limit per minute is loading, and is never refused', async () => {
  const world = virtualPlatform();
  let requests = 0;
  configurePaymentHistory({
    host: 'https://history.example',
    clientId: 'client',
    session: { token: () => Promise.resolve('token'), drop: () => undefined },
    transport({ success }) {
      requests += 1;
      success({ statusCode: 200, data: JSON.stringify(wirePage(0, 20, 5000)) });
      return { abort: () => undefined };
    },
    perMinute: 1,
    deadlineMs: 20 * SECOND,
    language: 'zh-CN',
    platform: world.platform,
  });
  const list = createOrderList({
    module: paymentHistory(),
    snapshot: NO_SNAPSHOT,
    preset: null,
    hidesExpired: false,
  });
  await list.refresh();
  await list.find({ what: 'tab', tab: 'pending' });
  await world.advance(59 * SECOND);
  expect([list.paging.phase, requests]).toEqual(['loading', 1]);
  await world.advance(SECOND);
  expect([list.paging.phase, list.paging.error, requests]).toEqual(['ready', null, 2]);
  list.dispose();
});
