import type { Gateway } from '../../domain/order';
import { objectionTo } from '../../services/orders-query';
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
export interface Preset {
  readonly tab: string;
  readonly refund: string;
  readonly gateway: string;
  readonly merchandiseRecordId: string;
  readonly merchandiseSchemaId: string;
}

/** Nothing is given. */
export const NO_PRESET: Preset = {
  tab: '',
  refund: '',
  gateway: '',
  merchandiseRecordId: '',
  merchandiseSchemaId: '',
};

/** What each is called in the address of a page. */
const PARAMETERS: Readonly<Record<keyof Preset, string>> = {
  tab: 'tab',
  refund: 'refund',
  gateway: 'gateway',
  merchandiseRecordId: 'merchandise_record_id',
  merchandiseSchemaId: 'merchandise_schema_id',
};

/** What the parameters of a page's address give; WeChat hands them over encoded. */
export function presetFromRoute(query: Readonly<Record<string, string | undefined>>): Preset {
  const given = Object.entries(PARAMETERS).map(([name, parameter]) => ({
    [name]: decoded(query[parameter]),
  }));
  return Object.assign({}, NO_PRESET, ...given) as Preset;
}

/** The filter that is given to begin with; null where nothing is. Unusable values are told and ignored. */
export function filterOf(preset: Preset): HistoryFilter | null {
  const { merchandiseRecordId, merchandiseSchemaId } = preset;
  const names = Object.keys(NO_PRESET) as (keyof Preset)[];
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
  name: keyof Preset,
  values: readonly Value[],
  preset: Preset,
): Value | null {
  const value = preset[name];
  const found = values.find((one) => one === value);
  if (!found && value !== '') ignored(`${name} is ${shown(value)}; allowed: ${values.join(', ')}`);
  return found ?? null;
}

function accepted(filters: Partial<Preset>): true | null {
  const objection = objectionTo(filters as Parameters<typeof objectionTo>[0]);
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
