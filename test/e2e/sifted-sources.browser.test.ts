import type { StoredOrder } from '../../sandbox/order';
import { SearchAndFilters } from './support/search-and-filters';
import { History } from './support/history';
import { scenario, useStage } from './support/stage';
import { Traffic } from './support/traffic';

type Test = (order: StoredOrder) => boolean;

const refundOf = ({ status, refund_status }: StoredOrder): string =>
  refund_status?.trim() || (['complete', 'partial'].includes(status) ? status : '');
const hasNoRefund: Test = (order) => refundOf(order) === '';
const isPartial: Test = (order) => refundOf(order) === 'partial';
const isPaid: Test = ({ status }) => ['success', 'complete', 'partial'].includes(status);
const isWeixin: Test = ({ gateway_type, missing }) =>
  !missing.includes('gateway_type') && (gateway_type ?? '').startsWith('weixin');

/** Filters that the server cannot apply alone. Payments of `answered` leave while its answers are read. */
const FILTERS: [tab: string, options: string[], count: number, isWanted: Test, answered: Test][] = [
  ['全部', ['无退款'], 400, hasNoRefund, () => true],
  ['已支付', ['无退款'], 400, (order) => hasNoRefund(order) && isPaid(order), isPaid],
  [
    '全部',
    ['部分退款', '微信支付'],
    6000,
    (order) => isPartial(order) && isWeixin(order),
    isPartial,
  ],
];

const stage = useStage();
const history = new History(stage);
const finder = new SearchAndFilters(stage);
const traffic = new Traffic(stage);

describe('a filter that the client applies to the answers', () => {
  describe.each(FILTERS)('%s %j', (tab, options, count, isWanted, answered) => {
    scenario('loses no payment when others leave between two pages', stage, async () => {
      await stage.sandbox.reset({ count: 0 });
      await finder.open('tab=all');
      await finder.open();
      if ((await finder.chips()).length > 0) await finder.clearChips();
      await stage.sandbox.reset({ count, maxLimit: 20 });
      await history.refresh();
      await finder.chooseTab(tab);
      await finder.filterBy(...options);
      const { length } = await traffic.waitUntilIdle({ atLeast: 2 });
      const newestFirst = (await stage.sandbox.orders()).reverse();
      for (const { transaction_no } of newestFirst.filter(answered).slice(1, 6)) {
        await stage.sandbox.removeOrder(transaction_no);
      }
      await history.scrollToEnd();
      expect((await traffic.waitUntilIdle()).length).toBeGreaterThan(length);
      const keys = await history.allKeys();
      const wanted = (await stage.sandbox.orders()).filter(isWanted);
      expect([...keys].sort()).toEqual(wanted.map((order) => order.transaction_no).sort());
    });
  });
});
