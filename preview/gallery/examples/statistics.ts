import type {
  BarView,
  StatisticsCardView,
} from '../../../miniprogram/components/statistics-card/statistics-card';
import type { Texts } from '../../../miniprogram/texts/texts';
import { rowWords } from '../../../miniprogram/features/shared/row-model';
import type { Example, Examples, Setting } from './example';

const bars = (texts: Texts): BarView[] => {
  const sums: readonly (readonly [month: number, amount: string, percent: number])[] = [
    [11, '¥1,286.50', 61],
    [10, '¥2,108.00', 100],
    [9, '¥0.00', 0],
    [8, '¥329.00', 16],
  ];
  return sums.map(([month, amount, percent]) => {
    const label = texts.months.monthName(month);
    const sentence = `${label} ${amount}${texts.comma}${texts.count(4)}`;
    return { key: `2026-${month}`, label, amount, percent, sentence };
  });
};

const shares = (texts: Texts): BarView[] =>
  (['weixin', 'alipay', 'unknown'] as const).map((gateway, nth) => {
    const label = texts.gateway[gateway];
    const percent = [82, 12, 6][nth] ?? 0;
    const amount = ['¥3,053.27', '¥446.82', '¥223.41'][nth] ?? '';
    const share = `${percent}%`;
    const sentence = `${label} ${amount} ${share}${texts.comma}${texts.count(3)}`;
    return { key: gateway, label, amount, percent, share, sentence };
  });

const cards = ({ texts, measures: { stacked } }: Setting): Example[] => {
  const words = texts.statistics;
  const year: StatisticsCardView = {
    currency: 'CNY',
    title: words.paid(2026, false),
    net: '¥3,723.50',
    summary: `${texts.count(16)} · ${words.refunded('¥128.00', false)}`,
    note: '',
    ...{ barsTitle: words.byMonth, bars: bars(texts) },
    ...{ sharesTitle: words.byMethod, shares: shares(texts) },
    largestTitle: words.largest,
    largest: [
      {
        key: 'largest',
        gateway: 'weixin',
        title: '手冲咖啡课程',
        time: texts.time(
          { year: 2026, month: 10, day: 2, hour: 9, minute: 5, second: 0 },
          { year: 2026, month: 11, day: 23, hour: 16, minute: 0, second: 0 },
        ),
        amount: '¥398.00',
      },
    ],
  };
  const states: Record<string, Partial<StatisticsCardView>> = {
    'a year': {},
    'a part with unknown amounts': {
      title: `${words.paid(null, true)} · ${words.soFar(texts.month(2025, 3))}`,
      net: '¥1,234,567,890.12',
      summary: `${texts.count(1234)} · ${words.refunded('¥128.00', true)}`,
      note: `${words.unclearRefund}${texts.comma}${words.withoutAmount(2)}`,
      ...{ bars: [], shares: [], largest: [] },
    },
  };
  const rows = rowWords(texts);
  return Object.entries(states).map(([state, special]) => ({
    state,
    props: { card: { ...year, ...special }, words: rows, stacked },
  }));
};

/** Components of the statistics. */
export const statisticsExamples = (setting: Setting): Examples => ({
  'statistics-card': cards(setting),
  'statistics-skeleton': [
    { state: 'on its way', props: { label: setting.texts.statistics.loading } },
  ],
});
