import type { AmountRange, ApplyDetail } from '../../../components/filter-sheet/filter-sheet';
import type { ListedOrder } from '../../shared/row-model';
import {
  GATEWAY_CHOICES,
  isSameFilter,
  NO_FILTER,
  REFUND_CHOICES,
  type HistoryFilter,
} from './filter';

/** Which payments a person looks for: a filter and a text. */
export interface HistoryQuery {
  readonly filter: HistoryFilter;
  /** Text that descriptions must contain; empty for no search. */
  readonly text: string;
  /** Amounts in yuan that the payments have; null for any amount. */
  readonly amount: AmountRange | null;
  /** Leaves out unpaid payments whose two hours are over. */
  readonly hidesExpired: boolean;
  /** Number of searches that found a payment by its number. Each of them ends the search. */
  readonly finds: number;
}

/** All payments. */
export const NO_QUERY: HistoryQuery = {
  ...{ filter: NO_FILTER, text: '', amount: null, hidesExpired: false, finds: 0 },
};

/** The parts of a filter that have a chip, in their order on screen. */
export const CHIP_KINDS = ['merchandise', 'refund', 'gateway', 'amount', 'expired'] as const;
/** A part of a filter that has a chip. */
export type ChipKind = (typeof CHIP_KINDS)[number];

/** Removes one part of the filter from a query. */
export function withoutChip(query: HistoryQuery, kind: ChipKind): HistoryQuery {
  if (kind === 'amount') return { ...query, amount: null };
  if (kind === 'expired') return { ...query, hidesExpired: false };
  const { merchandiseRecordId, merchandiseSchemaId } = NO_FILTER;
  const removed =
    kind === 'merchandise' ? { merchandiseRecordId, merchandiseSchemaId } : { [kind]: null };
  return { ...query, filter: { ...query.filter, ...removed } };
}

/** Removes every part that has a chip; the tab and the text stay. */
export function withoutChips(query: HistoryQuery): HistoryQuery {
  const { text, finds } = query;
  return { ...NO_QUERY, filter: { ...NO_FILTER, tab: query.filter.tab }, text, finds };
}

/** Puts what the filter sheet applies into a query; an unknown choice restricts nothing. */
export function withApplied(query: HistoryQuery, { choices, amount }: ApplyDetail): HistoryQuery {
  const refund = REFUND_CHOICES.find((choice) => choice === choices['refund']) ?? null;
  const gateway = GATEWAY_CHOICES.find((choice) => choice === choices['gateway']) ?? null;
  const isLimited = amount.fromFen !== null || amount.toFen !== null;
  return {
    ...query,
    filter: { ...query.filter, refund, gateway },
    amount: isLimited ? amount : null,
    hidesExpired: choices['expired'] === EXPIRED_HIDDEN,
  };
}

/** The choice of the filter sheet that hides expired payments. */
export const EXPIRED_HIDDEN = 'hidden';

/** Makes a test for payments in yuan whose amount is in a range. */
export function costs({ fromFen, toFen }: AmountRange): (order: ListedOrder) => boolean {
  return ({ currency, amountFen }) =>
    currency === 'CNY' &&
    amountFen !== null &&
    (fromFen === null || amountFen >= fromFen) &&
    (toFen === null || amountFen <= toFen);
}

/** Whether a person has searched or filtered; hiding expired payments is neither. */
export function isSearched({ filter, text, amount }: HistoryQuery): boolean {
  return text !== '' || amount !== null || !isSameFilter(filter, NO_FILTER);
}

/** Whether two queries select other rows of the same source. */
export function selectsOtherRows(a: HistoryQuery, b: HistoryQuery): boolean {
  const rowsOf = ({ text, amount, hidesExpired }: HistoryQuery) =>
    JSON.stringify([text, amount, hidesExpired]);
  return rowsOf(a) !== rowsOf(b);
}
