import type { TextOverrides, Texts } from './types';

/** The same texts for the same words: a list keeps what it has drawn with them. */
const known = new WeakMap<Texts, WeakMap<TextOverrides, Texts>>();

/** Replaces the words that a host app gives. */
export function overridden(texts: Texts, own: TextOverrides): Texts {
  const ofTexts = known.get(texts) ?? new WeakMap<TextOverrides, Texts>();
  known.set(texts, ofTexts);
  const merged = ofTexts.get(own) ?? merge(texts, own);
  ofTexts.set(own, merged);
  return merged;
}

/**
 * A nested group may be given in part. What is of another type than the word that it replaces is left out. Getters
 * stay getters: they evaluate a module when it is first used.
 */
function merge<Group extends object>(group: Group, own: object): Group {
  const merged = Object.getOwnPropertyDescriptors(group) as PropertyDescriptorMap;
  for (const [name, value] of Object.entries(own) as [string, unknown][]) {
    if (value == null) continue;
    const before: unknown = Reflect.get(group, name);
    if (before !== undefined && typeof before !== typeof value) {
      console.error(`Payment history: the word ${name} is left out: it is not a ${typeof before}.`);
      continue;
    }
    const isGroup = isObject(before) && isObject(value);
    merged[name] = { value: isGroup ? merge(before, value) : value, enumerable: true };
  }
  return Object.create(Object.prototype, merged) as Group;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
