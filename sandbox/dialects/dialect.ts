import type { JsonObject } from '../json';
import type { StoredOrder } from '../order';
import { captured } from './captured';
import { documented } from './documented';

/** A wire format of orders. */
export type Dialect = 'documented' | 'captured';

const dialects: Record<Dialect, (order: StoredOrder) => JsonObject> = { documented, captured };

/** The names of all dialects. */
export const dialectNames = Object.keys(dialects);

/** Whether a text is the name of a dialect. */
export function isDialect(name: string): name is Dialect {
  return dialectNames.includes(name);
}

/** Formats an order in a dialect, then applies its `wire` fields and removes its `missing` fields. */
export function deliver(order: StoredOrder, dialect: Dialect): JsonObject {
  const fields = { ...dialects[dialect](order), ...order.wire };
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !order.missing.includes(name)),
  );
}
