import type { ChipView } from '../../../components/filter-chips/filter-chips';
import type { ChoiceGroup, Choices } from '../../../components/filter-sheet/filter-sheet';
import type { FindView, FindWords, LookupView } from '../../../components/find-bar/find-bar';
import type { FindTexts } from '../../../texts/types';
import type { Texts } from '../../../texts/texts';
import {
  GATEWAY_CHOICES,
  NO_FILTER,
  REFUND_CHOICES,
  TABS,
  type HistoryFilter,
  type RefundChoice,
} from '../query/filter';

/** What the person is looking for. */
export interface Finding {
  readonly filter: HistoryFilter;
  /** Searched for in descriptions; empty for no search. */
  readonly text: string;
}

/** Nothing in particular. */
export const NO_FINDING: Finding = { filter: NO_FILTER, text: '' };

/** A part of the filter that is seen as a chip. */
export type ChipKey = 'merchandise' | 'refund' | 'gateway';

/** Puts the words that never change together. */
export function findWords({ tabs, filter }: FindTexts): FindWords {
  const { title, close, reset, apply, clear } = filter;
  return {
    tabs: TABS.map((value) => ({ value, text: tabs[value] })),
    sheet: { title, close, reset, apply },
    clear,
  };
}

/** Draws what the person is looking for. */
export function findView(finding: Finding, lookup: LookupView | null, texts: Texts): FindView {
  const { filter, text } = finding;
  const words = texts.find;
  const active = [filter.refund, filter.gateway].filter((chosen) => chosen !== null).length;
  return {
    tab: filter.tab,
    text,
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
    lookup,
    note: '',
  };
}

/** What is looked for without one of its parts. */
export function withoutChip({ filter, text }: Finding, key: ChipKey): Finding {
  const { merchandiseRecordId, merchandiseSchemaId } = NO_FILTER;
  const gone =
    key === 'merchandise' ? { merchandiseRecordId, merchandiseSchemaId } : { [key]: null };
  return { filter: { ...filter, ...gone }, text };
}

/** What is looked for without anything that is seen as a chip. */
export function withoutChips({ filter, text }: Finding): Finding {
  return { filter: { ...NO_FILTER, tab: filter.tab }, text };
}

/** The filter with what was chosen on the sheet. */
export function withChoices(filter: HistoryFilter, { refund, gateway }: Choices): HistoryFilter {
  return {
    ...filter,
    refund: REFUND_CHOICES.find((choice) => choice === refund) ?? null,
    gateway: GATEWAY_CHOICES.find((choice) => choice === gateway) ?? null,
  };
}

function refundText(refund: RefundChoice, texts: Texts): string {
  return refund === 'none' ? texts.find.filter.noRefund : texts.refund[refund];
}

function chipsOf(filter: HistoryFilter, texts: Texts): readonly ChipView[] {
  const { refund, gateway, merchandiseRecordId, merchandiseSchemaId } = filter;
  const words = texts.find;
  const isOfItem = merchandiseRecordId !== null || merchandiseSchemaId !== null;
  const chips: readonly (readonly [key: ChipKey, text: string | false])[] = [
    ['merchandise', isOfItem && words.filter.merchandise],
    ['refund', refund !== null && refundText(refund, texts)],
    ['gateway', gateway !== null && texts.gateway[gateway]],
  ];
  return ([] as ChipView[]).concat(
    ...chips.map(([key, chip]) =>
      chip === false ? [] : [{ key, text: chip, label: words.filter.remove(chip) }],
    ),
  );
}

/** Of a refund that there is, nobody can choose that there is none. */
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
