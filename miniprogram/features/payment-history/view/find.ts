import type { ChipView } from '../../../components/filter-chips/filter-chips';
import type { ChoiceGroup } from '../../../components/filter-sheet/filter-sheet';
import type { FindView, FindWords, LookupView } from '../../../components/find-bar/find-bar';
import type { FindTexts } from '../../../texts/types';
import type { Texts } from '../../../texts/texts';
import {
  GATEWAY_CHOICES,
  REFUND_CHOICES,
  TABS,
  type HistoryFilter,
  type RefundChoice,
} from '../query/filter';
import type { ChipKind, HistoryQuery } from '../query/history-query';

/** The words of the find bar that do not depend on the query. */
export function findWords({ tabs, filter }: FindTexts): FindWords {
  const { title, close, reset, apply, clear } = filter;
  return {
    tabs: TABS.map((value) => ({ value, text: tabs[value] })),
    sheet: { title, close, reset, apply },
    clear,
  };
}

/**
 * Puts a query into the find bar.
 *
 * @param note - How far a search went; empty for none.
 * @default note ''
 * @param matches - Number of payments that are shown. @default 0
 */
export function findView(
  { filter, text, finds }: HistoryQuery,
  lookup: LookupView | null,
  texts: Texts,
  note = '',
  matches = 0,
): FindView {
  const words = texts.find;
  const active = [filter.refund, filter.gateway].filter((chosen) => chosen !== null).length;
  return {
    tab: filter.tab,
    text,
    finds,
    button: words.filter.button(active),
    words: {
      placeholder: words.search.placeholder,
      shortPlaceholder: words.search.shortPlaceholder,
      clear: words.search.clear,
      filterLabel: words.filter.label(active),
    },
    isFiltered: active > 0,
    chips: chipsOf(filter, texts),
    groups: groupsOf(filter, texts),
    choices: { refund: filter.refund ?? '', gateway: filter.gateway ?? '' },
    lookup: lookup?.isUnknown && matches > 0 ? null : lookup,
    note,
  };
}

function refundText(refund: RefundChoice, texts: Texts): string {
  return refund === 'none' ? texts.find.filter.noRefund : texts.refund[refund];
}

function chipsOf(filter: HistoryFilter, texts: Texts): readonly ChipView[] {
  const { refund, gateway, merchandiseRecordId, merchandiseSchemaId } = filter;
  const words = texts.find;
  const hasMerchandise = merchandiseRecordId !== null || merchandiseSchemaId !== null;
  const chips: readonly (readonly [kind: ChipKind, text: string | false])[] = [
    ['merchandise', hasMerchandise && words.filter.merchandise],
    ['refund', refund !== null && refundText(refund, texts)],
    ['gateway', gateway !== null && texts.gateway[gateway]],
  ];
  return ([] as ChipView[]).concat(
    ...chips.map(([key, chip]) =>
      chip === false ? [] : [{ key, text: chip, label: words.filter.remove(chip) }],
    ),
  );
}

/** The tab of refunds has no choice `none`: every payment there has a refund. */
function groupsOf({ tab }: HistoryFilter, texts: Texts): readonly ChoiceGroup[] {
  const { refund, gateway, noRestriction } = texts.find.filter;
  const any = { value: '', text: noRestriction };
  const refunds = REFUND_CHOICES.filter((value) => tab !== 'refunded' || value !== 'none');
  return [
    {
      name: 'refund',
      title: refund,
      options: [any, ...refunds.map((value) => ({ value, text: refundText(value, texts) }))],
    },
    {
      name: 'gateway',
      title: gateway,
      options: [any, ...GATEWAY_CHOICES.map((value) => ({ value, text: texts.gateway[value] }))],
    },
  ];
}
