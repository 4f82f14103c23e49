/**
 * Field names that apps use for their goods, in the order of display. A snapshot holds any data of the
 * app, possibly private, so no other field is shown.
 */
const SHOWN: readonly (readonly string[])[] = [
  ['title', 'name', 'goods_name', 'product_name'],
  ['spec', 'specs', 'sku', 'sku_name', 'variant', 'color', 'size'],
];
const COUNT: readonly string[] = ['quantity', 'count', 'num'];

/** A longer text is not a name. */
const LONGEST = 60;

/** Name, variant and count of the goods in a snapshot; empty where it has no name. */
export function goodsIn(snapshot: Readonly<Record<string, unknown>> | null | undefined): string {
  if (!snapshot) return '';
  const words = SHOWN.map((names) => first(names, (name) => wordOf(snapshot[name])));
  const [name = ''] = words;
  const count = first(COUNT, (counted) => countOf(snapshot[counted]));
  return name && [...words, count].filter(Boolean).join(' · ');
}

function first(names: readonly string[], read: (name: string) => string): string {
  return names.map(read).find(Boolean) || '';
}

function wordOf(value: unknown): string {
  const word = typeof value === 'string' ? value.trim() : '';
  return word.length <= LONGEST ? word : '';
}

function countOf(value: unknown): string {
  const isCount = typeof value === 'number' && Number.isSafeInteger(value) && value > 1;
  return isCount ? `× ${value}` : '';
}
