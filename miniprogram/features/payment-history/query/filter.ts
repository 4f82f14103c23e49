import { GATEWAY_FAMILIES, GATEWAY_TYPES, type Gateway, type Order } from '../../../domain/order';
import type { OrderFilters } from '../../../domain/order-filter';
import type { ListedOrder } from '../../shared/row-model';

/** The lists a person chooses between, in their order on screen. */
export const TABS = ['all', 'paid', 'pending', 'refunded'] as const;
/** Refund states to choose, in their order on the sheet. */
export const REFUND_CHOICES = ['none', 'partial', 'complete', 'failed'] as const;
/** Payment methods to choose, in their order on the sheet; `unknown` stands for all others. */
export const GATEWAY_CHOICES = [...GATEWAY_FAMILIES, 'unknown'] as const;

/** `paid` is every payment that succeeded, given back or not; `refunded` every one with a refund, also a failed one. */
export type Tab = (typeof TABS)[number];
/** A refund state that can be chosen. */
export type RefundChoice = (typeof REFUND_CHOICES)[number];

/** Which payments are wanted: those that agree with everything that is not null. */
export interface HistoryFilter {
  readonly tab: Tab;
  readonly refund: RefundChoice | null;
  readonly gateway: Gateway | null;
  readonly merchandiseRecordId: string | null;
  readonly merchandiseSchemaId: string | null;
}

/** All payments. */
export const NO_FILTER: HistoryFilter = {
  tab: 'all',
  refund: null,
  gateway: null,
  merchandiseRecordId: null,
  merchandiseSchemaId: null,
};

/** What one source asks the server for, and what only the rows of its answers can tell. */
export interface SourceQuery {
  readonly ask: OrderFilters;
  /** Sifts whole pages, so the list is as complete and as far in order as without it. */
  readonly only?: (order: Order) => boolean;
  /** A server that refuses to be asked this has no such payments. */
  readonly isOptional?: true;
}

/** How a filter is answered: its sources make one list, of which `keep` shows a part. */
export interface Plan {
  readonly queries: readonly SourceQuery[];
  /** What no query can ask for: it is found among what is loaded. Null where the list is all there is. */
  readonly keep: ((order: ListedOrder) => boolean) | null;
}

/** The queries whose answers together are the payments of a filter; the API has no OR, so there may be several. */
export function planOf(filter: HistoryFilter): Plan {
  const { gateway, merchandiseRecordId, merchandiseSchemaId } = filter;
  const merchandise = {
    ...(merchandiseRecordId !== null && { merchandiseRecordId }),
    ...(merchandiseSchemaId !== null && { merchandiseSchemaId }),
  };
  const queries = ([] as SourceQuery[])
    .concat(...tabQueries(consistent(filter)).map((query) => byGateway(query, gateway)))
    .map((query) => ({ ...query, ask: { ...query.ask, ...merchandise } }));
  const keep = gateway === 'unknown' ? (order: ListedOrder) => order.gateway === gateway : null;
  return { queries, keep };
}

/** Drops what no payment could agree with: a payment in the refunds has one. */
export function consistent(filter: HistoryFilter): HistoryFilter {
  const isImpossible = filter.tab === 'refunded' && filter.refund === 'none';
  return isImpossible ? { ...filter, refund: null } : filter;
}

/** Whether two filters want the same payments. */
export function isSameFilter(a: HistoryFilter, b: HistoryFilter): boolean {
  return (Object.keys(NO_FILTER) as (keyof HistoryFilter)[]).every((name) => a[name] === b[name]);
}

function tabQueries({ tab, refund }: HistoryFilter): readonly SourceQuery[] {
  if (tab === 'pending') return [{ ask: { status: 'pending', ...(refund && { refund }) } }];
  if (refund === 'none') return [{ ask: { refund, ...(tab === 'paid' && { status: 'success' }) } }];
  if (refund !== null) {
    const isPaid = ({ status }: Order) => status === 'success';
    const given = { ask: { refund }, ...(tab === 'paid' && { only: isPaid }) };
    if (refund === 'failed') return [given];
    return [given, { ...worded(refund), only: (order) => order.refund === refund }];
  }
  switch (tab) {
    case 'all':
      return [{ ask: {} }];
    case 'refunded':
      return [
        ...(['complete', 'partial', 'failed'] as const).map((given) => ({
          ask: { refund: given },
        })),
        ...WORDED,
      ];
    case 'paid':
      return [{ ask: { status: 'success' } }, ...WORDED];
  }
}

/** Some payments that succeeded and were given back have the refund's word for their status, and perhaps nowhere else. */
function worded(status: 'complete' | 'partial'): SourceQuery {
  return { ask: { status }, isOptional: true };
}

const WORDED = [worded('complete'), worded('partial')];

/** What was given back is little: sifting it costs less than asking for each exact gateway once more. */
function byGateway(query: SourceQuery, gateway: Gateway | null): readonly SourceQuery[] {
  const { ask, only, isOptional } = query;
  if (gateway === null || gateway === 'unknown') return [query];
  if (isOptional || (ask.refund !== undefined && ask.refund !== 'none')) {
    return [{ ...query, only: (order) => order.gateway === gateway && (!only || only(order)) }];
  }
  return GATEWAY_TYPES[gateway].map((gatewayType) => ({ ...query, ask: { ...ask, gatewayType } }));
}
