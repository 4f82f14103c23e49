import type { Order } from '../../../miniprogram/domain/order';
import { statisticsOf } from '../../../miniprogram/domain/payment-sums';
import {
  scopeOf,
  statisticsView,
  type StatisticsFacts,
} from '../../../miniprogram/features/payment-statistics/statistics-view';
import { ApiError } from '../../../miniprogram/services/api-error';
import type { PagingState } from '../../../miniprogram/state/paging/paging-state';
import { textsIn, type Language } from '../../../miniprogram/texts/texts';
import { NOW, order } from '../support/order';

const at = (time: string) => Date.parse(`${time}T12:00:00+08:00`) / 1000;
const ORDERS = [
  order({ key: 'a', amountFen: 10_000 }),
  order({ key: 'b', amountFen: 2_500, gateway: 'alipay', createdAt: at('2026-03-02') }),
  order({ key: 'c', amountFen: 500, refund: 'complete', createdAt: at('2026-03-01') }),
  order({ key: 'd', amountFen: 7_000, createdAt: at('2025-07-01') }),
];

type Changes = Partial<Omit<StatisticsFacts, 'paging'>> & {
  paging?: Partial<PagingState<Order>>;
  language?: Language;
};

function view({ language = 'zh-CN', ...changes }: Changes = {}) {
  const { orders = ORDERS, scope = 2026 } = changes;
  const paging: PagingState<Order> = {
    ...{ phase: 'ready', items: orders, confirmed: orders.length, generation: 1 },
    ...{ isLast: true, reachesEnd: true, total: orders.length, error: null },
    ...changes.paging,
  };
  const facts = {
    ...{ isComplete: true, isOffline: false, isWaiting: false, now: NOW },
    ...{ exported: null, isDesktop: false },
    ...{ sums: statisticsOf(orders, scope), ...changes, orders, scope, paging },
  };
  return statisticsView(facts, textsIn(language));
}

describe('a complete year', () => {
  it('has its sum, its months and its payment methods', () => {
    const { body, progress, cards } = view();
    expect({ body, progress }).toEqual({ body: 'cards', progress: null });
    expect(cards).toMatchObject([
      {
        title: '2026年支出',
        net: '¥125.00',
        summary: '3 笔 · 已退 ¥5.00',
        note: '',
        bars: [
          { key: '2026-11', label: '11月', amount: '¥100.00', percent: 100 },
          { key: '2026-3', label: '3月', amount: '¥25.00', percent: 25 },
        ],
        shares: [
          { label: '微信支付', amount: '¥100.00', share: '80%' },
          { label: '支付宝', amount: '¥25.00', share: '20%' },
        ],
      },
    ]);
  });

  it('says nothing and all only of what is nothing and all', () => {
    const orders = [
      order({ key: 'a', amountFen: 300_000_00 }),
      order({ key: 'b', amountFen: 100, gateway: 'alipay' }),
    ];
    const [card] = view({ orders }).cards;
    expect(card?.shares.map(({ share, percent }) => [share, percent])).toEqual([
      ['>99%', 100],
      ['<1%', 1],
    ]);
    const [only] = view({ orders: orders.slice(1) }).cards;
    expect(only?.shares.map(({ share, percent }) => [share, percent])).toEqual([['100%', 100]]);
  });

  it('reads each bar as one sentence', () => {
    const [chinese] = view().cards;
    expect(chinese?.bars[1]?.sentence).toBe('3月 ¥25.00，2 笔');
    const [english] = view({ language: 'en' }).cards;
    expect(english?.bars[1]?.sentence).toBe('Mar ¥25.00, 2 payments');
    expect(english?.shares[0]?.sentence).toBe('WeChat Pay ¥100.00 80%, 2 payments');
  });

  it('shows the largest payments with the year of another year', () => {
    const [card] = view({ scope: null }).cards;
    expect(card?.largest.map(({ key, time }) => [key, time])).toEqual([
      ['a', '今天 14:32'],
      ['d', '2025年7月1日 12:00'],
      ['b', '3月2日 12:00'],
    ]);
  });
});

describe('the tabs', () => {
  it('are all time, this year and the years that were read', () => {
    const { tabs, selected } = view();
    expect(tabs.map(({ text }) => text)).toEqual(['全部', '2026年', '2025年']);
    expect(selected).toBe('2026');
    expect(tabs.map(({ value }) => scopeOf(value))).toEqual([null, 2026, 2025]);
  });
});

describe('a part', () => {
  const part = { isComplete: false, paging: { isLast: false, total: 400 } };

  it('is titled as a part, with how far back it was read', () => {
    const { progress, cards } = view({ ...part, scope: null });
    expect(cards[0]?.title).toBe('累计支出 · 已统计到2025年7月');
    expect(progress).toEqual({
      text: '已统计到2025年7月 · 已读取 4 / 400 笔',
      wait: '',
      percent: 1,
    });
  });

  it('of a year is measured by its days', () => {
    const orders = ORDERS.slice(0, 3);
    expect(view({ ...part, orders }).progress?.percent).toBe(81);
  });

  it.each([
    ['00:00:00', '00:00:00', 0],
    ['03:00:00', '02:59:00', 0],
    ['04:00:00', '01:00:00', 75],
  ])(
    'of a year that has just begun is measured from midnight in Beijing, at %s',
    (time, oldest, percent) => {
      const newYear = (clock: string) => Date.parse(`2026-01-01T${clock}+08:00`);
      const orders = [order({ createdAt: newYear(oldest) / 1000 })];
      expect(view({ ...part, orders, now: newYear(time) }).progress?.percent).toBe(percent);
    },
  );

  it('has no bar where the number of payments is unknown', () => {
    const { progress } = view({ ...part, scope: null, paging: { isLast: false, total: null } });
    expect(progress).toEqual({ text: '已统计到2025年7月 · 已读取 4 笔', wait: '', percent: null });
  });

  it('says that it waits for the limit of requests', () => {
    const { progress } = view({ ...part, isWaiting: true, language: 'en' });
    expect(progress?.wait).toBe('Many pages to read: waiting for a moment, then going on');
  });

  it('without a payment of the year shows placeholders and the progress', () => {
    const orders = [order({ status: 'failed' })];
    const { body, progress, notice } = view({ ...part, orders });
    expect({ body, notice }).toEqual({ body: 'skeleton', notice: null });
    expect(progress?.text).toContain('2026年11月');
  });
});

describe('a notice', () => {
  const error = new ApiError({ kind: 'network', method: 'GET', path: '/' });

  it('says that a year is empty only where everything of it was read', () => {
    const { body, notice } = view({ scope: 2024 });
    expect(body).toBe('nothing');
    expect(notice).toMatchObject({
      layout: 'page',
      tone: 'empty',
      title: '2024年没有支付成功的记录',
    });
  });

  it('replaces everything where nothing could be read', () => {
    const { body, notice } = view({
      ...{ orders: [], isComplete: false },
      paging: { phase: 'failed', error, isLast: false, generation: 0 },
    });
    expect(body).toBe('nothing');
    expect(notice).toMatchObject({ layout: 'page', title: '连不上网络', action: '重试' });
  });

  const failed = { phase: 'append-failed', error, isLast: false } as const;

  it('stands above the sums of a part where a later page failed', () => {
    const { body, notice, progress } = view({ isComplete: false, paging: failed });
    expect(body).toBe('cards');
    expect(notice).toMatchObject({ layout: 'inline', title: '加载失败：连不上网络' });
    expect(progress).not.toBeNull();
  });

  it('is not shown beside the offline banner', () => {
    const { notice, offline } = view({ isComplete: false, isOffline: true, paging: failed });
    expect({ notice, offline }).toEqual({ notice: null, offline: '离线，连上网络后会自动加载' });
  });
});

it('explains what the sums leave out', () => {
  const orders = [
    order({ amountFen: 100, refund: 'partial' }),
    order({ amountFen: null }),
    order({ amountFen: 700, currency: 'USD' }),
  ];
  const { cards } = view({ orders });
  expect(cards).toMatchObject([
    {
      title: '2026年支出不超过',
      net: '¥1.00',
      note: '有的退款金额未知，未从支出中扣除；另有 1 笔金额未知，未计入',
    },
    { title: '美元 · 2026年支出', net: 'USD 7.00', note: '' },
  ]);
});

describe('the export', () => {
  const exported = { fileName: '支付记录-2026年.csv', payments: 3 };

  it('waits until everything is read', () => {
    const changes = { isComplete: false, paging: { isLast: false } };
    expect(view(changes).exporting).toMatchObject({ state: 'waiting', action: '导出表格（CSV）' });
    expect(view({ ...changes, exported }).exporting?.state).toBe('waiting');
  });

  it('makes the file first, and then sends or saves it', () => {
    expect(view().exporting).toEqual({ state: 'open', note: '', action: '导出表格（CSV）' });
    const note = '已生成 支付记录-2026年.csv，共 3 笔';
    expect(view({ exported }).exporting).toEqual({ state: 'made', note, action: '发送给朋友' });
    expect(view({ exported, isDesktop: true }).exporting?.action).toBe('保存到电脑');
  });

  it('is missing where there is nothing to export', () => {
    expect(view({ scope: 2024 }).exporting).toBeNull();
  });
});
