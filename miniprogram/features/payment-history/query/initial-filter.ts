import type { Gateway } from '../../../domain/order';
import { validateQuery } from '../../../services/orders/query';
import {
  GATEWAY_CHOICES,
  NO_FILTER,
  REFUND_CHOICES,
  TABS,
  type HistoryFilter,
  type RefundChoice,
  type Tab,
} from './filter';

/** What `<payment-history>` can be given to begin with; empty text counts as not given. */
export interface InitialFilter {
  readonly tab: string;
  readonly refund: string;
  readonly gateway: string;
  readonly merchandiseRecordId: string;
  readonly merchandiseSchemaId: string;
}

/** Nothing is given. */
export const NO_INITIAL_FILTER: InitialFilter = {
  tab: '',
  refund: '',
  gateway: '',
  merchandiseRecordId: '',
  merchandiseSchemaId: '',
};

/** What each is called in the address of a page. */
const PARAMETERS: Readonly<Record<keyof InitialFilter, string>> = {
  tab: 'tab',
  refund: 'refund',
  gateway: 'gateway',
  merchandiseRecordId: 'merchandise_record_id',
  merchandiseSchemaId: 'merchandise_schema_id',
};

/** What the parameters of a page's address give; WeChat hands them over encoded. */
export function initialFilterFromRoute(
  query: Readonly<Record<string, string | undefined>>,
): InitialFilter {
  const given = Object.entries(PARAMETERS).map(([name, parameter]) => ({
    [name]: decoded(query[parameter]),
  }));
  return Object.assign({}, NO_INITIAL_FILTER, ...given) as InitialFilter;
}

/** The filter that is given to begin with; null where nothing is. Unusable values are told and ignored. */
export function filterFromProperties(preset: InitialFilter): HistoryFilter | null {
  const { merchandiseRecordId, merchandiseSchemaId } = preset;
  const names = Object.keys(NO_INITIAL_FILTER) as (keyof InitialFilter)[];
  if (names.every((name) => preset[name] === '')) return null;
  return {
    tab: oneOf<Tab>('tab', TABS, preset) ?? NO_FILTER.tab,
    refund: oneOf<RefundChoice>('refund', REFUND_CHOICES, preset),
    gateway: oneOf<Gateway>('gateway', GATEWAY_CHOICES, preset),
    merchandiseRecordId: accepted({ merchandiseRecordId }) && merchandiseRecordId,
    merchandiseSchemaId: accepted({ merchandiseSchemaId }) && merchandiseSchemaId,
  };
}

function oneOf<Value extends string>(
  name: keyof InitialFilter,
  values: readonly Value[],
  preset: InitialFilter,
): Value | null {
  const value = preset[name];
  const found = values.find((one) => one === value);
  if (!found && value !== '') ignored(`${name} is ${shown(value)}; allowed: ${values.join(', ')}`);
  return found ?? null;
}

function accepted(filters: Partial<InitialFilter>): true | null {
  const objection = validateQuery(filters as Parameters<typeof validateQuery>[0]);
  if (objection !== null) ignored(objection);
  return objection === null && Object.values(filters).every((value) => value !== '') ? true : null;
}

function ignored(why: string): void {
  console.warn(`<payment-history> ignores a filter: ${why}`);
}

function decoded(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    return text ?? '';
  }
}

function shown(value: string): string {
  return JSON.stringify(value.slice(0, 40));
}
