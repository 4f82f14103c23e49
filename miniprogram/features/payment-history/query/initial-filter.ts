import type { OpenMonthDetail } from '../../../elements';
import { validateQuery } from '../../../services/orders/query';
import { routeValue } from '../../shared/route';
import { GATEWAY_CHOICES, NO_FILTER, REFUND_CHOICES, TABS, type HistoryFilter } from './filter';

/** The properties of `<payment-history>` that set its first filter; an empty text sets nothing. */
export interface InitialFilter {
  readonly tab: string;
  readonly refund: string;
  readonly gateway: string;
  readonly merchandiseRecordId: string;
  readonly merchandiseSchemaId: string;
}

/** Sets nothing. */
export const NO_INITIAL_FILTER: InitialFilter = {
  tab: '',
  refund: '',
  gateway: '',
  merchandiseRecordId: '',
  merchandiseSchemaId: '',
};

/** Reads the first filter from the route parameters of a page. */
export function initialFilterFromRoute(
  query: Readonly<Record<string, string | undefined>>,
): InitialFilter {
  return {
    tab: routeValue(query['tab']),
    refund: routeValue(query['refund']),
    gateway: routeValue(query['gateway']),
    merchandiseRecordId: routeValue(query['merchandise_record_id']),
    merchandiseSchemaId: routeValue(query['merchandise_schema_id']),
  };
}

/** Reads the month to go to from the route parameter `month` of a page, such as `2026-3`; null without one. */
export function monthFromRoute(
  query: Readonly<Record<string, string | undefined>>,
): OpenMonthDetail | null {
  const [, year, month] = /^(\d{4})-(0?[1-9]|1[0-2])$/.exec(routeValue(query['month'])) || [];
  return year && month ? { year: Number(year), month: Number(month) } : null;
}

/**
 * Checks the properties. An invalid value is reported by `console.warn` and ignored.
 *
 * @returns Null where every property is empty.
 */
export function filterFromProperties({
  tab,
  refund,
  gateway,
  merchandiseRecordId,
  merchandiseSchemaId,
}: InitialFilter): HistoryFilter | null {
  const values = [tab, refund, gateway, merchandiseRecordId, merchandiseSchemaId];
  if (values.every((value) => value === '')) return null;
  return {
    tab: oneOf('tab', tab, TABS) ?? NO_FILTER.tab,
    refund: oneOf('refund', refund, REFUND_CHOICES),
    gateway: oneOf('gateway', gateway, GATEWAY_CHOICES),
    merchandiseRecordId: isValid({ merchandiseRecordId }) ? merchandiseRecordId || null : null,
    merchandiseSchemaId: isValid({ merchandiseSchemaId }) ? merchandiseSchemaId || null : null,
  };
}

function oneOf<Value extends string>(
  name: keyof InitialFilter,
  value: string,
  allowed: readonly Value[],
): Value | null {
  const found = allowed.find((one) => one === value);
  if (found === undefined && value !== '') {
    const shown = JSON.stringify(value.slice(0, 40));
    warn(`${name} is ${shown}; allowed: ${allowed.join(', ')}`);
  }
  return found ?? null;
}

function isValid(filters: Parameters<typeof validateQuery>[0]): boolean {
  const objection = validateQuery(filters);
  if (objection !== null) warn(objection);
  return objection === null;
}

function warn(why: string): void {
  console.warn(`<payment-history> ignores a filter: ${why}`);
}
