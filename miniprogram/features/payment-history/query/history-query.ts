import type { Choices } from '../../../components/filter-sheet/filter-sheet';
import { GATEWAY_CHOICES, NO_FILTER, REFUND_CHOICES, type HistoryFilter } from './filter';

/** Which payments a person looks for: a filter and a text. */
export interface HistoryQuery {
  readonly filter: HistoryFilter;
  /** Text that descriptions must contain; empty for no search. */
  readonly text: string;
  /** Number of searches that found a payment by its number. Each of them ends the search. */
  readonly finds: number;
}

/** All payments. */
export const NO_QUERY: HistoryQuery = { filter: NO_FILTER, text: '', finds: 0 };

/** The parts of a filter that have a chip, in their order on screen. */
export const CHIP_KINDS = ['merchandise', 'refund', 'gateway'] as const;
/** A part of a filter that has a chip. */
export type ChipKind = (typeof CHIP_KINDS)[number];

/** Removes one part of the filter from a query. */
export function withoutChip(query: HistoryQuery, kind: ChipKind): HistoryQuery {
  const { merchandiseRecordId, merchandiseSchemaId } = NO_FILTER;
  const removed =
    kind === 'merchandise' ? { merchandiseRecordId, merchandiseSchemaId } : { [kind]: null };
  return { ...query, filter: { ...query.filter, ...removed } };
}

/** Removes every part that has a chip; the tab and the text stay. */
export function withoutChips(query: HistoryQuery): HistoryQuery {
  return { ...query, filter: { ...NO_FILTER, tab: query.filter.tab } };
}

/** Puts the choices of the filter sheet into a query; an unknown choice restricts nothing. */
export function withChoices(query: HistoryQuery, choices: Choices): HistoryQuery {
  const refund = REFUND_CHOICES.find((choice) => choice === choices['refund']) ?? null;
  const gateway = GATEWAY_CHOICES.find((choice) => choice === choices['gateway']) ?? null;
  return { ...query, filter: { ...query.filter, refund, gateway } };
}
