import type { FindView } from '../../../miniprogram/components/find-bar/find-bar';
import { NO_FILTER } from '../../../miniprogram/features/payment-history/query/filter';
import { NO_QUERY } from '../../../miniprogram/features/payment-history/query/history-query';
import { findView, findWords } from '../../../miniprogram/features/payment-history/view/find';
import type { Texts } from '../../../miniprogram/texts/texts';
import { namesIn, type Examples, type Setting } from './example';

const finds = (texts: Texts): Record<string, FindView> => {
  const { search } = texts.find;
  const { happened, advice } = texts.errors.network;
  const nothing = findView(NO_QUERY, null, texts);
  const text = '1000000000000000000000000001';
  const filter = {
    ...NO_FILTER,
    merchandiseRecordId: '5f0a',
    refund: 'partial',
    gateway: 'alipay',
  } as const;
  const lookup = { advice: '', action: '' };
  return {
    'no filter': nothing,
    'a range of amounts': findView(
      { ...NO_QUERY, amount: { fromFen: 2_000, toFen: 5_000 }, hidesExpired: true },
      null,
      texts,
      search.soFar(3, 40, texts.month(2026, 9)),
      3,
      `${texts.count(3)} · ${texts.net('¥1,286.50', true, false)} · ${texts.net('USD 7.00', false, false)}`,
    ),
    'a search': { ...nothing, text: '咖啡', note: search.soFar(3, 40, texts.month(2026, 9)) },
    'a search that is done': { ...nothing, text: '咖啡', note: search.everywhere(5, 95) },
    filtered: findView({ ...NO_QUERY, filter }, null, texts),
    'refunds only': findView(
      { ...NO_QUERY, filter: { ...NO_FILTER, tab: 'refunded' } },
      null,
      texts,
    ),
    'the lookup of a number is running': {
      ...nothing,
      text,
      lookup: { ...lookup, title: search.lookingUp },
    },
    'an unknown number': {
      ...nothing,
      text,
      lookup: { ...lookup, title: search.unknownNumber, advice: search.unknownNumberAdvice },
    },
    'a number of WeChat': {
      ...nothing,
      text,
      lookup: { ...lookup, title: search.unknownNumber, advice: search.gatewayNumberAdvice },
    },
    'the lookup failed': {
      ...nothing,
      text,
      lookup: { title: happened, advice, action: texts.retry },
    },
  };
};

/** Components of search and filter. */
export const findExamples = ({ texts, measures }: Setting): Examples => {
  const views = finds(texts);
  const words = findWords(texts.find);
  const isNarrow = measures.stacked;
  const bars = Object.entries(views);
  const filtered = bars.filter(([, { chips }]) => chips.length > 0);
  const open = ['no filter', 'filtered', 'refunds only', 'a range of amounts'];
  return {
    'find-bar': bars.map(([state, find]) => ({ state, props: { find, words, isNarrow } })),
    'search-bar': bars
      .filter(([, { lookup, tab }]) => !lookup && tab === 'all')
      .map(([state, { text, finds: found, button: filterText, isFiltered, words: wording }]) => ({
        state,
        props: { text, finds: found, filterText, isFiltered, isNarrow, words: wording },
      })),
    'tab-bar': namesIn(texts.find.tabs).map((selected) => ({
      state: selected,
      props: { tabs: words.tabs, selected },
    })),
    'filter-chips': filtered.flatMap(([, { chips }]) =>
      [chips, chips.slice(1, 2)].map((some) => ({
        state: `${some.length} active`,
        props: { chips: some, clearText: words.clear },
      })),
    ),
    'filter-sheet': bars
      .filter(([state]) => open.includes(state))
      .map(([state, { groups, choices, amount }]) => ({
        state,
        props: { groups, choices, amount, words: words.sheet },
        height: Math.min(780, Math.round(640 * measures.factor)),
      })),
  };
};
