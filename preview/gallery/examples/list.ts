import type { ListFooter } from '../../../miniprogram/components/list-footer/list-footer';
import type { NoticeLayout, NoticeTone } from '../../../miniprogram/components/notice/notice';
import type { MonthMenu } from '../../../miniprogram/components/month-sheet/month-sheet';
import type { Texts } from '../../../miniprogram/texts/texts';
import { namesIn, type Example, type Examples, type Setting } from './example';

const LAYOUTS: Readonly<Record<NoticeLayout, true>> = { page: true, inline: true };

const notices = (texts: Texts): Example[] => {
  const { happened, advice } = texts.errors.network;
  const words: Record<NoticeTone, { title: string; advice: string }> = {
    empty: { title: texts.emptyTitle, advice: texts.emptyAdvice },
    error: { title: happened, advice },
  };
  return namesIn(LAYOUTS).flatMap((layout) =>
    namesIn(words).flatMap((tone) => [
      {
        state: `${layout}, ${tone}, with a button`,
        props: { layout, tone, ...words[tone], action: texts.retry },
      },
      {
        state: `${layout}, ${tone}, title only`,
        props: { layout, tone, title: words[tone].title, advice: '', action: '' },
      },
    ]),
  );
};

const footers = (texts: Texts): Example[] => {
  const words: Record<ListFooter, string> = {
    none: '',
    loading: texts.loadingMore,
    end: texts.noMore,
    further: texts.find.search.soFar(0, 40, texts.month(2026, 9)),
    error: texts.loadMoreFailed(texts.errors.timeout.happened),
  };
  return namesIn(words).map((footer) => ({
    state: footer,
    props: {
      footer,
      text: words[footer],
      retryText: footer === 'further' ? texts.find.search.further : texts.retry,
    },
  }));
};

const months = ({ texts, measures: { heights } }: Setting): Example[] => {
  const counts: Record<string, string> = {
    'all of it is here': `${texts.count(12)} · ${texts.net('¥1,286.50', false, true)}`,
    'there may be more of it': `${texts.loadedCount(20)} · ${texts.net('¥3,402.00', false, false)}`,
    'an unknown part was given back': `${texts.count(3)} · ${texts.net('¥329.00', true, true)}`,
    'nothing was paid': texts.count(1),
  };
  return Object.entries(counts).map(([state, count]) => ({
    state,
    props: { title: texts.month(2026, 11), count, action: texts.months.open },
    height: heights.header + heights.row,
  }));
};

const monthSheets = ({ texts, measures }: Setting): Example[] => {
  const { yearName, monthName, title, close, pick, stop, goingTo, readTo } = texts.months;
  const month = (year: number, number: number, net: string) => ({
    key: texts.month(year, number),
    name: monthName(number),
    count: `${texts.count(12)} · ${texts.net(net, false, true)}`,
  });
  const year = (number: number, months: number[]) => ({
    key: yearName(number),
    title: yearName(number),
    months: months.map((nth) => month(number, nth, '¥1,286.50')),
  });
  const loaded = `${texts.loadedCount(20)} · ${texts.net('¥3,402.00', false, false)}`;
  const undated = { key: texts.unknownMonth, name: texts.unknownMonth, count: texts.count(1) };
  const way = { current: '', years: [], picker: null };
  const interrupted = texts.loadMoreFailed(texts.errors.network.happened);
  const jump = {
    title: goingTo(texts.month(2021, 2)),
    progress: `${readTo(texts.month(2025, 3))} · ${texts.statistics.read(1200, 5000)}`,
    percent: 29,
    wait: '',
    failure: '',
    retry: texts.retry,
  };
  const menus: Record<string, MonthMenu> = {
    'the newest month, more may come': {
      current: texts.month(2026, 11),
      years: [
        year(2026, [11, 10, 9]),
        { ...year(2025, []), months: [{ ...month(2025, 12, ''), count: loaded }] },
      ],
      picker: { start: '2017-01', end: '2026-11', value: '2025-12' },
      jump: null,
    },
    'an old month of many, all are there': {
      current: texts.month(2025, 3),
      years: [
        year(2026, [11, 10, 8, 7, 5, 4, 3, 2, 1]),
        year(2025, [12, 11, 9, 8, 6, 5, 3, 1]),
        { key: undated.key, title: '', months: [undated] },
      ],
      picker: null,
      jump: null,
    },
    'the way to an old month': { ...way, jump },
    'the way waits': { ...way, jump: { ...jump, wait: texts.statistics.waiting } },
    'the way is interrupted': { ...way, jump: { ...jump, failure: interrupted } },
  };
  return Object.entries(menus).map(([state, menu]) => ({
    state,
    props: { menu, words: { title, close, pick, stop } },
    height: Math.min(700, Math.round((menu.jump ? 260 : 480) * measures.factor)),
  }));
};

/** Components around the rows of the list. */
export const listExamples = (setting: Setting): Examples => {
  const { texts } = setting;
  return {
    'month-section': months(setting),
    'month-sheet': monthSheets(setting),
    notice: notices(texts),
    'list-footer': footers(texts),
    'offline-banner': [
      { state: 'online', props: { text: '' } },
      { state: 'nothing was read yet', props: { text: texts.offline.nothing } },
      { state: 'with what was read', props: { text: texts.offline.asOf('15:02') } },
    ],
    'back-to-top': [{ state: 'over the list', props: { label: texts.backToTop }, height: 96 }],
    'row-skeleton': [{ state: 'on its way', props: { label: texts.loading } }],
  };
};
