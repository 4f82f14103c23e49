/**
 * Names that apps use for what they sold, in the order in which they are read out. A snapshot holds
 * whatever the app wanted to keep, so that nothing else of it is for the screen.
 */
const SHOWN: readonly (readonly string[])[] = [
  ['title', 'name', 'goods_name', 'product_name'],
  ['spec', 'specs', 'sku', 'sku_name', 'variant', 'color', 'size'],
];
const COUNT: readonly string[] = ['quantity', 'count', 'num'];

/** Longer is no name. */
const LONGEST = 60;

/** What was bought, as far as the snapshot says it in a way that can be shown; else empty. */
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
