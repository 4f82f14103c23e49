import { Detail } from '../support/detail';
import { yuan } from '../support/expected';
import type { Stage } from '../support/stage';
import { until } from '../support/until';
import { LIST, type Kind } from './kind';

/** One payment by its number. */
export const detailKind = (stage: Stage): Kind => {
  const detail = new Detail(stage);
  let opened = 0;
  const order = async () => (await stage.sandbox.orders())[opened];

  return {
    name: 'Detail',
    about: "A payment's page is opened, of which the phone knows nothing but the number.",
    match: { path: `${LIST}*/` },
    well: 'the payment',
    keeps: 'nothing',
    atMost: 6,
    prepare: () => Promise.resolve(),
    async act(goWrong) {
      // Each time another one, of which the phone knows nothing yet.
      opened += 1;
      await goWrong();
      const number = (await order())?.transaction_no ?? '';
      const url = `/pages/payment/payment?transaction_no=${number}`;
      await stage.miniProgram.callWxMethod('reLaunch', { url });
    },
    rest: async () => {
      await detail.settled();
      await until('an answer on screen', async () =>
        (await detail.phase()) === 'ready'
          ? (await detail.amount()) !== ''
          : (await detail.notice()) !== '',
      );
    },
    complaint: () => detail.notice(),
    kept: async () => ((await detail.amount()) === '' ? 'nothing' : 'the payment'),
    async goOn(isBackOnline) {
      if (isBackOnline) return 'by itself';
      await detail.retry();
      return 'retry';
    },
    async outcome() {
      const stored = await order();
      const right = stored && yuan(stored.total_fen, stored.currency_type);
      return { shown: await detail.amount(), right };
    },
    counts: () => true,
  };
};
