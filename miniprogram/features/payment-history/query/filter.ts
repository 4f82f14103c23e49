import {
  GATEWAY_FAMILIES,
  GATEWAY_TYPES,
  type Gateway,
  type GatewayFamily,
  type Order,
} from '../../../domain/order';
import type { SourceQuery } from '../../shared/order-source';
import type { ListedOrder } from '../../shared/row-model';

/** The tabs, in their order on screen. */
export const TABS = ['all', 'paid', 'pending', 'refunded'] as const;
/** The refund states of the filter sheet, in their order. */
export const REFUND_CHOICES = ['none', 'partial', 'complete', 'failed'] as const;
/** The payment methods of the filter sheet, in their order; `unknown` stands for all others. */
export const GATEWAY_CHOICES = [...GATEWAY_FAMILIES, 'unknown'] as const;

/** `paid` has every payment that succeeded, refunded or not; `refunded` has every payment with a refund, even a failed one. */
export type Tab = (typeof TABS)[number];
/** A refund state that can be chosen. */
export type RefundChoice = (typeof REFUND_CHOICES)[number];

/** Selects the payments that match every field that is not null. */
export interface HistoryFilter {
  readonly tab: Tab;
  readonly refund: RefundChoice | null;
  readonly gateway: Gateway | null;
  readonly merchandiseRecordId: string | null;
  readonly merchandiseSchemaId: string | null;
}

/** Selects all payments. */
export const NO_FILTER: HistoryFilter = {
  tab: 'all',
  refund: null,
  gateway: null,
  merchandiseRecordId: null,
  merchandiseSchemaId: null,
};

/** How a filter is answered: the queries make one list, of which `keep` shows a part. */
export interface Plan {
  readonly queries: readonly SourceQuery[];
  /** Selects among the loaded payments where no query can. Null where the whole list is shown. */
  readonly keep: ((order: ListedOrder) => boolean) | null;
}

/**
 * The queries that together have the payments of a filter. The API has no OR, so there may be several.
 *
 * @param hasUnlisted - Whether a family of payment methods has types that the module does not list.
 * @default hasUnlisted none has
 */
export function planOf(
  filter: HistoryFilter,
  hasUnlisted: (family: GatewayFamily) => boolean = () => false,
): Plan {
  const { gateway, merchandiseRecordId, merchandiseSchemaId } = filter;
  const merchandise = {
    ...(merchandiseRecordId !== null && { merchandiseRecordId }),
    ...(merchandiseSchemaId !== null && { merchandiseSchemaId }),
  };
  const queries = byGateway(consistent(filter), hasUnlisted).map((query) => ({
    ...query,
    serverFilters: { ...query.serverFilters, ...merchandise },
  }));
  const keep = gateway === 'unknown' ? (order: ListedOrder) => order.gateway === gateway : null;
  return { queries, keep };
}

/** Whether a payment belongs to a filter; payment methods that the module does not know are all alike. */
export function matchesFilter(order: Order, filter: HistoryFilter): boolean {
  const { tab, refund, gateway, merchandiseRecordId, merchandiseSchemaId } = consistent(filter);
  return (
    IS_IN_TAB[tab](order) &&
    (refund === null || isOfRefund(order, refund)) &&
    (gateway === null || gateway === 'unknown' || order.gateway === gateway) &&
    (merchandiseRecordId === null || order.merchandiseRecordId === merchandiseRecordId) &&
    (merchandiseSchemaId === null || order.merchandiseSchemaId === merchandiseSchemaId)
  );
}

/** Whether the fields of payments decide about a filter: answers may lack `gateway_type`, which the server knows. */
export function isDecided(orders: readonly Order[], { gateway }: HistoryFilter): boolean {
  if (gateway === null || gateway === 'unknown') return true;
  const isLacking = orders.every(({ gatewayRaw }) => gatewayRaw === null);
  return !isLacking || orders.every((order) => order.gateway !== 'unknown');
}

/** Whether a filter selects among refunded payments. */
export function isOfRefunds({ tab, refund }: HistoryFilter): boolean {
  return tab === 'refunded' || (refund !== null && refund !== 'none');
}

/** By the word of the API, by which the server filters too, where it has one. */
function isOfRefund({ refund, refundRaw }: Order, choice: RefundChoice): boolean {
  const stated: readonly (string | null)[] = REFUND_CHOICES;
  return (stated.includes(refundRaw) ? refundRaw : refund) === choice;
}

/** Whether a change has taken a payment out of a filter. A field that answers lack takes none out. */
export function hasLeft(filter: HistoryFilter, before: Order, after: Order): boolean {
  return matchesFilter(before, filter) && !matchesFilter(after, filter);
}

const IS_IN_TAB: Readonly<Record<Tab, (order: Order) => boolean>> = {
  all: () => true,
  paid: ({ status }) => status === 'success',
  pending: ({ status }) => status === 'pending',
  refunded: ({ refund }) => refund !== 'none' && refund !== 'unknown',
};

/** Drops a refund choice that no payment of the tab can match: every payment in `refunded` has a refund. */
export function consistent(filter: HistoryFilter): HistoryFilter {
  const isImpossible = filter.tab === 'refunded' && filter.refund === 'none';
  return isImpossible ? { ...filter, refund: null } : filter;
}

/** Whether two filters select the same payments. */
export function isSameFilter(a: HistoryFilter, b: HistoryFilter): boolean {
  return (Object.keys(NO_FILTER) as (keyof HistoryFilter)[]).every((name) => a[name] === b[name]);
}

function tabQueries({ tab, refund }: HistoryFilter): readonly SourceQuery[] {
  if (refund !== null) return refundQueries(tab, refund);
  switch (tab) {
    case 'all':
      return [{ serverFilters: {} }];
    case 'pending':
      return [{ serverFilters: { status: 'pending' } }];
    case 'paid':
      return [{ serverFilters: { status: 'success' } }, ...WITH_REFUND_STATUS];
    case 'refunded':
      return [
        ...(['complete', 'partial', 'failed'] as const).map((state) => ({
          serverFilters: { refund: state },
        })),
        ...WITH_REFUND_STATUS,
      ];
  }
}

function refundQueries(tab: Tab, refund: RefundChoice): readonly SourceQuery[] {
  const isShown = (order: Order) => isOfRefund(order, refund);
  // It is not known whether the server can filter by the absence of a refund.
  if (refund === 'none') {
    const status = tab === 'paid' ? 'success' : tab === 'pending' ? 'pending' : undefined;
    return [{ serverFilters: { ...(status && { status }) }, isShown }];
  }
  if (tab === 'pending') return [{ serverFilters: { status: 'pending', refund } }];
  const refunded = {
    serverFilters: { refund },
    ...(tab === 'paid' && { isShown: IS_IN_TAB.paid }),
  };
  if (refund === 'failed') return [refunded];
  return [refunded, { ...withRefundStatus(refund), isShown }];
}

/** Some refunded payments have the refund's word as their status, and perhaps nowhere else. */
function withRefundStatus(status: 'complete' | 'partial'): SourceQuery {
  return { serverFilters: { status }, isOptional: true };
}

const WITH_REFUND_STATUS = [withRefundStatus('complete'), withRefundStatus('partial')];

/** A method with more exact types is sifted out of the tab's payments: it would need a request for each type. */
const MAX_TYPES = 4;

/**
 * The queries of a tab, for one payment method if there is one. Refunds are few: reading them all costs less
 * than one more query for each exact type.
 */
function byGateway(
  filter: HistoryFilter,
  hasUnlisted: (family: GatewayFamily) => boolean,
): readonly SourceQuery[] {
  const { tab, refund, gateway } = filter;
  const inTab = tabQueries(filter);
  if (gateway === null || gateway === 'unknown') return inTab;
  const types = GATEWAY_TYPES[gateway];
  if (isOfRefunds(filter) || types.length > MAX_TYPES || hasUnlisted(gateway))
    return inTab.map((query) => sifted(query, gateway));
  // One query for each type has every status of a paid payment.
  const isPaidOnly = tab === 'paid' && refund === null;
  const queries = isPaidOnly ? [{ serverFilters: {}, isShown: IS_IN_TAB.paid }] : inTab;
  return ([] as SourceQuery[]).concat(
    ...queries.map((query) =>
      types.map((gatewayType) => ({
        ...query,
        serverFilters: { ...query.serverFilters, gatewayType },
      })),
    ),
  );
}

function sifted(query: SourceQuery, gateway: GatewayFamily): SourceQuery {
  const { isShown } = query;
  const isOfGateway = (order: Order) => order.gateway === gateway;
  return { ...query, isShown: (order) => isOfGateway(order) && (!isShown || isShown(order)) };
}
