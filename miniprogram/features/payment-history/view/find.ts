import type { ChipView } from '../../../components/filter-chips/filter-chips';
import type { AmountTexts, ChoiceGroup } from '../../../components/filter-sheet/filter-sheet';
import type { FindView, FindWords, LookupView } from '../../../components/find-bar/find-bar';
import { decimalOf, formatFen } from '../../../domain/money';
import type { FindTexts } from '../../../texts/find-types';
import type { Texts } from '../../../texts/texts';
import {
  GATEWAY_CHOICES,
  REFUND_CHOICES,
  TABS,
  type HistoryFilter,
  type RefundChoice,
} from '../query/filter';
import { EXPIRED_HIDDEN, type ChipKind, type HistoryQuery } from '../query/history-query';

/** The words of the find bar that do not depend on the query. */
export function findWords({ tabs, filter }: FindTexts): FindWords {
  const { title, close, reset, apply, clear, amount } = filter;
  return {
    tabs: TABS.map((value) => ({ value, text: tabs[value] })),
    sheet: { title, close, reset, apply, amount },
    clear,
  };
}

/**
 * Puts a query into the find bar.
 *
 * @param note - How far a search went; empty for none.
 * @default note ''
 * @param matches - Number of payments that are shown. @default 0
 * @param sum - Number and sum of these payments; empty for none. @default ''
 */
export function findView(
  query: HistoryQuery,
  lookup: LookupView | null,
  texts: Texts,
  note = '',
  matches = 0,
  sum = '',
): FindView {
  const { filter, text, finds, amount, hidesExpired } = query;
  const words = texts.find;
  const chips = chipsOf(query, texts);
  const active = chips.filter(({ key }) => key !== 'merchandise').length;
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
    chips,
    groups: groupsOf(filter, texts),
    choices: {
      refund: filter.refund ?? '',
      gateway: filter.gateway ?? '',
      expired: hidesExpired ? EXPIRED_HIDDEN : '',
    },
    amount: { from: yuan(amount?.fromFen), to: yuan(amount?.toFen) } satisfies AmountTexts,
    lookup: lookup?.isUnknown && matches > 0 ? null : lookup,
    note,
    sum,
  };
}

function refundText(refund: RefundChoice, texts: Texts): string {
  return refund === 'none' ? texts.find.filter.noRefund : texts.refund[refund];
}

/** As a person types it: `1234.50`. */
function yuan(fen: number | null = null): string {
  return fen === null ? '' : decimalOf(fen);
}

function chipsOf(query: HistoryQuery, texts: Texts): readonly ChipView[] {
  const { filter, amount, hidesExpired } = query;
  const { refund, gateway, merchandiseRecordId, merchandiseSchemaId } = filter;
  const words = texts.find;
  const hasMerchandise = merchandiseRecordId !== null || merchandiseSchemaId !== null;
  const chips: readonly (readonly [kind: ChipKind, text: string | false])[] = [
    ['merchandise', hasMerchandise && words.filter.merchandise],
    ['refund', refund !== null && refundText(refund, texts)],
    ['gateway', gateway !== null && texts.gateway[gateway]],
    [
      'amount',
      amount !== null && words.filter.amountRange(money(amount.fromFen), money(amount.toFen)),
    ],
    ['expired', hidesExpired && words.filter.expiredHidden],
  ];
  return ([] as ChipView[]).concat(
    ...chips.map(([key, chip]) =>
      chip === false ? [] : [{ key, text: chip, label: words.filter.remove(chip) }],
    ),
  );
}

function money(fen: number | null): string {
  return fen === null ? '' : formatFen(fen);
}

/** The tab of refunds has no choice `none`: every payment there has a refund. */
function groupsOf({ tab }: HistoryFilter, texts: Texts): readonly ChoiceGroup[] {
  const { refund, gateway, expired, show, hide, noRestriction } = texts.find.filter;
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
    {
      name: 'expired',
      title: expired,
      options: [
        { value: '', text: show },
        { value: EXPIRED_HIDDEN, text: hide },
      ],
    },
  ];
}
