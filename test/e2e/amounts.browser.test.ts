import type { StoredOrder } from '../../sandbox/order';
import { cutOff, Screen } from './support/boxes';
import { useLook } from './support/look';
import { yuan } from './support/expected';
import { History } from './support/history';
import { SearchAndFilters } from './support/search-and-filters';
import { scenario, useStage } from './support/stage';
import { until } from '../../testing/until';

const isPaid = ({ status }: StoredOrder) => ['success', 'complete', 'partial'].includes(status);
const refundOf = ({ status, refund_status }: StoredOrder): string =>
  refund_status?.trim() || (['complete', 'partial'].includes(status) ? status : '');

/** The line of the sum by the database; the sandbox's partial refunds have no amount. */
const sumOf = (orders: readonly StoredOrder[]): string => {
  const paid = orders.filter(isPaid);
  const net = paid.filter((order) => refundOf(order) !== 'complete');
  const fen = net.reduce((sum, { total_fen }) => sum + total_fen, 0);
  const isBound = paid.some((order) => !['', 'complete', 'failed'].includes(refundOf(order)));
  return `${orders.length} 笔 · 支出${isBound ? '不超过 ' : ' '}${yuan(fen, 'CNY')}`;
};

describe('a range of amounts', () => {
  const stage = useStage();
  const history = new History(stage);
  const finder = new SearchAndFilters(stage);
  const screen = new Screen(stage);

  const open = async (settings: object) => {
    await stage.sandbox.reset(settings);
    await finder.open('tab=all');
    await finder.open();
    if ((await finder.chips()).length > 0) await finder.clearChips();
  };

  scenario('shows the payments of these amounts, and their number and sum', stage, async () => {
    await open({ count: 300 });
    expect(await finder.filterByAmount('２０', '50.00')).toBe('');
    expect(await finder.chips()).toEqual(['¥20.00 至 ¥50.00']);
    expect(await finder.filterButton()).toBe('筛选 1');
    expect(await finder.note()).toMatch(/^已加载的 \d+ 笔（最早到\d+年\d+月）中找到 \d+ 笔$/);
    expect(await finder.sum()).toMatch(/^其中支出(不超过)? ¥[\d,.]+$/);
    await until('the end', async () => {
      const isThrough = (await finder.note()).startsWith('已找遍 300 笔');
      if (!isThrough) await history.retry();
      await finder.settled();
      return isThrough;
    });
    const wanted = (await stage.sandbox.orders()).filter(
      ({ total_fen, currency_type }) =>
        currency_type === 'CNY' && total_fen >= 2_000 && total_fen <= 5_000,
    );
    const keys = await history.allKeys();
    expect([...keys].sort()).toEqual(wanted.map((order) => order.transaction_no).sort());
    // The note above has the number.
    expect(await finder.sum()).toBe(sumOf(wanted).replace(/^\d+ 笔 · /, '其中'));
    await finder.removeChip('¥20.00 至 ¥50.00');
    expect(await finder.sum()).toBe('');
  });

  scenario('that is impossible is answered on the sheet', stage, async () => {
    await open({ count: 20 });
    expect(await finder.filterByAmount('50', '20')).toBe('最低金额不能高于最高金额');
    expect(await finder.chips()).toEqual([]);
  });

  scenario('a tab has number and sum of its payments', stage, async () => {
    await open({ count: 60 });
    await finder.chooseTab('已支付');
    await history.scrollToEnd();
    const paid = (await stage.sandbox.orders()).filter(isPaid);
    expect(await finder.sum()).toBe(sumOf(paid));
  });

  describe.each([
    ['phone', 'en', 1.75, 'dark'],
    ['small', 'en', 1.75, 'light'],
    ['small', 'zh_CN', 1.75, 'dark'],
    ['phone', 'zh_CN', 1, 'light'],
  ] as const)('on the %s screen in %s at text size %s', (name, language, textSize, theme) => {
    useLook(stage, screen, name, { language, textSize, theme });

    scenario('no text of it is cut, and every target is large enough', stage, async () => {
      await stage.sandbox.reset({ count: 300 });
      await finder.open('tab=all');
      expect(await finder.filterByAmount('500000', '20')).not.toBe('');
      for (const element of await finder.amountElements()) {
        const { height } = await element.size();
        expect({ cut: await cutOff(element), isLarge: Number(height) >= 18 }).toEqual({
          ...{ cut: 0, isLarge: true },
        });
      }
      const [groups, ...seen] = await finder.answered();
      const area = await screen.boxOf(groups ?? null);
      for (const element of seen) {
        const { top, bottom } = await screen.boxOf(element);
        expect({ above: top < area.top - 1, below: bottom > area.bottom + 1 }).toEqual({
          ...{ above: false, below: false },
        });
      }
      await finder.filterByAmount('', '500000');
      for (const element of await finder.amountElements())
        expect(`${await element.text()} ${await cutOff(element)}`).toMatch(/ 0$/);
      await finder.clearChips();
    });
  });
});
