import type { Random } from '../../../sandbox/seed/random';

const ODD: readonly unknown[] = [
  ...[
    null,
    true,
    '',
    ' ',
    '0',
    '-1',
    '1e999',
    'NaN',
    '１２.００',
    '\ud83d',
    '\u0000',
    '99999999999999999999',
  ],
  ...[0, -0, -1, 1e21, 1e-7, 0.1 + 0.2, 2 ** 53, 1e308, 19.999],
  ...['2019-02-30T08:00:00', '20200320175220', '2018-10-12T17:18:11.5+08:00', '{}', "{'a': None}"],
  ...[
    '{"wechat_response":',
    '"{\\"a\\":1}"',
    '[[[[',
    [],
    {},
    [[]],
    { toString: 1 },
    { length: 1e9 },
  ],
  ...['constructor', '__proto__', 'x'.repeat(2000), '"'.repeat(500), '\\'.repeat(501)],
];
const NAMES = ['__proto__', 'constructor', 'objects', 'meta', 'total_cost', 'status', 'toJSON', ''];

type Box = Record<string, unknown>;

/** All objects and lists inside a value. */
function boxesOf(value: unknown, found: Box[] = []): Box[] {
  if (typeof value === 'object' && value !== null) {
    found.push(value as Box);
    Object.values(value).forEach((part) => boxesOf(part, found));
  }
  return found;
}

function changeSomething(value: unknown, random: Random): void {
  const box = random.pick(boxesOf(value));
  const names = Object.keys(box);
  const name = names.length > 0 && random.chance(0.8) ? random.pick(names) : random.pick(NAMES);
  const set = (value: unknown) =>
    Object.defineProperty(box, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  const kind = random.integer(0, 5);
  // The own value only: `box['__proto__']` would copy Object.prototype into the body.
  const own: unknown = Object.getOwnPropertyDescriptor(box, name)?.value;
  if (Array.isArray(box) && name === 'length') return;
  if (kind === 0) delete box[name];
  else if (kind === 1) set(JSON.stringify(own));
  else if (kind === 2) set([own, own]);
  else if (kind === 3) set(nested(random.integer(1, 400)));
  else set(structuredClone(random.pick(ODD)));
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value };
  return value;
}

/** Damages text: cuts it, removes or repeats a part, or replaces a character. */
function damaged(text: string, random: Random): string {
  const at = random.integer(0, text.length);
  const to = Math.min(text.length, at + random.integer(1, 40));
  switch (random.integer(0, 4)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(to);
    case 2:
      return text.slice(0, to) + text.slice(at);
    case 3:
      return `${text.slice(0, at)}${random.pick(['"', '\\', '{', '}', ',', '\u0000', '1'])}${text.slice(at + 1)}`;
    default:
      return random.pick(['\ufeff', '<!-- -->', ")]}',\n", '\n\n']) + text;
  }
}

/** Changes a body in up to four places, and damages its text in one case of five. */
export function mutated(body: object, random: Random): string {
  for (let changes = random.integer(0, 4); changes > 0; changes--) changeSomething(body, random);
  const text = JSON.stringify(body);
  return random.chance(0.2) ? damaged(text, random) : text;
}
