import { History } from './support/history';
import { NOW, scenario, useStage } from './support/stage';
import { expectedRow } from './support/expected';
import { until } from '../../testing/until';

const HEADER = 44;
const ROW = 76;
/** WeChat's experience score requires fewer than 1000 nodes; a row has at most nine. */
const MOST_NODES = 900;

describe('a long list', () => {
  const stage = useStage();
  const history = new History(stage);
  const newestFirst = async () => (await stage.sandbox.orders()).reverse();
  const openAtTheEnd = async (count: number) => {
    await stage.sandbox.reset({ count });
    await history.open();
    await history.scrollToEnd();
  };

  scenario('of 2,000 payments shows each once, in order', stage, async () => {
    await stage.sandbox.reset({ count: 2000 });
    await history.open();
    const seen = await history.collectWhileScrolling(() => Promise.resolve());
    const expected = (await newestFirst()).map((order) => order.transaction_no);
    expect([...seen.keys()]).toEqual(expected);
  });

  scenario('has as many nodes as a short one, at any position', stage, async () => {
    const counts: number[] = [];
    await openAtTheEnd(200);
    counts.push(await history.nodes());
    await openAtTheEnd(1000);
    counts.push(await history.nodes());
    const { height } = await history.window();
    for (const part of [0, 0.3, 0.6]) {
      await history.scrollTo(Math.round(height * part));
      expect(await history.rowElements()).toHaveLength(60);
      counts.push(await history.nodes());
    }
    expect(Math.max(...counts)).toBeLessThanOrEqual(MOST_NODES);
  });

  scenario('shows the right rows after a jump to any position', stage, async () => {
    await openAtTheEnd(1000);
    const stored = await newestFirst();
    const { height } = await history.window();
    for (const part of [0.5, 0.02, 0.9, 0]) {
      await history.scrollTo(Math.round(height * part));
      const rows = await history.rows();
      const first = stored.findIndex((order) => order.transaction_no === rows[0]?.key);
      expect(rows).toHaveLength(60);
      expect(rows).toEqual(stored.slice(first, first + 60).map((order) => expectedRow(order, NOW)));
    }
  });

  scenario('has its chunks in list order when the scrolling rests', stage, async () => {
    await openAtTheEnd(1000);
    for (const top of [4000, 4800, 5600, 3200]) {
      await history.scrollTo(top);
      await history.inListOrder();
    }
  });

  scenario('keeps a month’s header visible while its rows are', stage, async () => {
    await openAtTheEnd(1000);
    const { height } = await history.window();
    for (let top = Math.round(height / 2); top < height / 2 + 3000; top += 500) {
      await history.scrollTo(top);
      // The sticky header, or the one that the next header pushes out.
      const held = (await history.headers()).filter(({ from }) => from > -HEADER && from <= 0);
      expect(held).toHaveLength(1);
    }
  });

  scenario('keeps its position when a payment is added on top', stage, async () => {
    await openAtTheEnd(200);
    await history.scrollTo(600);
    const [before] = await history.onScreen();
    const added = await stage.sandbox.addOrder({ merchandise_description: '刚刚付的' });
    await history.refresh();
    await until('the longer list', async () => (await history.scrollTop()) !== 600);
    const [after] = await history.onScreen();
    expect(after).toEqual(before);
    await history.scrollTo(0);
    expect((await history.keys())[0]).toBe(added.transaction_no);
  });

  scenario('has its first rows again at the top after a jump to a month', stage, async () => {
    await stage.sandbox.reset({ count: 1000 });
    await history.open();
    const [first] = await history.keys();
    await history.openMonths('2026年11月');
    await history.goToMonth(3, '2026年8月');
    expect((await history.window()).from).toBeGreaterThan(0);
    await history.scrollTo(0);
    expect((await history.keys())[0]).toBe(first);
  });

  scenario('jumps from a month’s header to a distant month and back', stage, async () => {
    await openAtTheEnd(1000);
    await history.scrollTo(0);
    const [newest] = await newestFirst();
    await history.openMonths('2026年11月');
    expect((await history.currentMonth()).name).toBe('11月');
    const choices = await history.monthChoices();
    const stored = await newestFirst();
    const monthOf = ({ created_at }: (typeof stored)[number]) => {
      const at = new Date((created_at + 8 * 3600) * 1000);
      return `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月`;
    };
    const titles = [...new Set(stored.map(monthOf))];
    expect(choices.map(({ name }) => name)).toEqual(titles.map((title) => title.slice(5)));
    expect(choices.map(({ count }) => Number.parseInt(count, 10))).toEqual(
      titles.map((title) => stored.filter((order) => monthOf(order) === title).length),
    );

    const nth = titles.length - 3;
    const title = titles[nth] ?? '';
    await history.goToMonth(nth, title);
    const rows = await history.rows();
    const first = stored.findIndex((order) => order.transaction_no === rows[0]?.key);
    expect(rows).toEqual(stored.slice(first, first + 60).map((order) => expectedRow(order, NOW)));
    const [top] = await history.onScreen();
    const oldest = stored.find((order) => monthOf(order) === title);
    expect(top).toEqual({ key: oldest?.transaction_no, from: HEADER });

    await history.openMonths(title);
    await until('the visible current month', async () => {
      const { name, from } = await history.currentMonth();
      return title.endsWith(name) && from > 0 && from < 800;
    });
    await history.goToMonth(0, '2026年11月');
    expect((await history.keys())[0]).toBe(newest?.transaction_no);
  });

  scenario('loads more after a jump to the oldest loaded month', stage, async () => {
    await stage.sandbox.reset({ count: 2000 });
    await history.open();
    await until('two pages', async () => (await history.window()).height > 60 * ROW);
    await history.openMonths('2026年11月');
    const choices = await history.monthChoices();
    const { height } = await history.window();
    await history.goToMonth(choices.length - 1, `2026年${choices.pop()?.name}`);
    await until('more payments', async () => (await history.window()).height > height);
  });

  scenario('returns to its top', stage, async () => {
    await stage.sandbox.reset({ count: 200 });
    await history.open();
    expect(await history.backToTop()).toBeNull();
    await history.scrollToEnd();
    const button = await history.backToTop();
    const { width, height } = (await button?.size()) ?? { width: 0, height: 0 };
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    await button?.tap();
    await until('the top', async () => (await history.scrollTop()) === 0);
    await until('no button', async () => (await history.backToTop()) === null);
    const [newest] = await newestFirst();
    expect((await history.keys())[0]).toBe(newest?.transaction_no);
  });
});
