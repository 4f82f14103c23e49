import type { TextOverrides, Texts } from './types';

/** The same texts for the same words: a list keeps what it has drawn with them. */
const known = new WeakMap<TextOverrides, Texts>();

/** Replaces the words that a host app gives. */
export function overridden(texts: Texts, own: TextOverrides): Texts {
  const merged = known.get(own) ?? merge(texts, own);
  known.set(own, merged);
  return merged;
}

/** A nested group may be given in part; a group of the result is a plain object, as setData needs it. */
function merge<Group extends object>(group: Group, own: object): Group {
  const merged: Group = { ...group };
  for (const [name, value] of Object.entries(own)) {
    const before: unknown = Reflect.get(group, name);
    const isGroup = isObject(before) && isObject(value);
    if (value !== undefined) Reflect.set(merged, name, isGroup ? merge(before, value) : value);
  }
  return merged;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
