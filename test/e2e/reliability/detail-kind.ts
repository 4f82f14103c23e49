import { Detail } from '../../../testing/detail';
import { yuan } from '../support/expected';
import type { Stage } from '../support/stage';
import { until } from '../../../testing/until';
import { LIST, type Kind } from './kind';

/** The request of one payment by its number. */
export const detailKind = (stage: Stage): Kind => {
  const detail = new Detail(stage);
  let opened = 0;
  const order = async () => (await stage.sandbox.orders())[opened];

  return {
    name: 'Detail',
    description: 'The detail page of a payment that is not cached is opened by its number.',
    match: { path: `${LIST}*/` },
    success: 'the payment',
    keeps: 'nothing',
    maxRequests: 6,
    prepare: () => Promise.resolve(),
    async act(injectFault) {
      // Each fault opens another payment, which is not cached yet.
      opened += 1;
      await injectFault();
      const number = (await order())?.transaction_no ?? '';
      const url = `/pages/payment/payment?transaction_no=${number}`;
      await stage.miniProgram.callWxMethod('reLaunch', { url });
    },
    settle: async () => {
      await detail.settled();
      await until('an answer on screen', async () =>
        (await detail.phase()) === 'ready'
          ? (await detail.amount()) !== ''
          : (await detail.notice()) !== '',
      );
    },
    problem: () => detail.notice(),
    kept: async () => ((await detail.amount()) === '' ? 'nothing' : 'the payment'),
    async recover(isBackOnline) {
      if (isBackOnline) return 'automatic';
      await detail.retry();
      return 'retry';
    },
    async outcome() {
      const stored = await order();
      const expected = stored && yuan(stored.total_fen, stored.currency_type);
      return { shown: await detail.amount(), expected };
    },
    // The demo also asks its shop for refunds.
    counts: ({ path }) => !path.startsWith('/example-shop/'),
  };
};
