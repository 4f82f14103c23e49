import type { JsonObject } from '../json';
import type { StoredOrder } from '../order';
import { captured } from './captured';
import { documented } from './documented';

/** A shape in which the wire delivers orders. */
export type Dialect = 'documented' | 'captured';

const dialects: Record<Dialect, (order: StoredOrder) => JsonObject> = { documented, captured };

/** The names of all dialects. */
export const dialectNames = Object.keys(dialects);

/** True for the name of a dialect. */
export function isDialect(name: string): name is Dialect {
  return dialectNames.includes(name);
}

/** An order in the words of a dialect, with its own wire fields and gaps applied. */
export function deliver(order: StoredOrder, dialect: Dialect): JsonObject {
  const spoken = { ...dialects[dialect](order), ...order.wire };
  return Object.fromEntries(
    Object.entries(spoken).filter(([name]) => !order.missing.includes(name)),
  );
}
