import type { ListFooter } from '../../../miniprogram/components/list-footer/list-footer';
import type { NoticeLayout, NoticeTone } from '../../../miniprogram/components/notice/notice';
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
        state: `${layout}, ${tone}, to be acted on`,
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
    props: { title: texts.month(2026, 11), count },
    height: heights.header + heights.row,
  }));
};

/** Everything around the rows of the list. */
export const listExamples = (setting: Setting): Examples => {
  const { texts } = setting;
  return {
    'month-section': months(setting),
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
