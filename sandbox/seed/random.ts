// Taken once: in a test's sandboxed globals each look at `Math` costs more than the arithmetic.
const { floor, imul } = Math;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Scrambles 32 bits so that neighbouring inputs give unrelated outputs. */
function scramble(bits: number): number {
  let x = bits | 0;
  x = imul(x ^ (x >>> 16), 0x7feb352d);
  x = imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** A small generator of repeatable pseudo-random choices: a counter and a scrambler. Not for secrets. */
export class Random {
  #counter = 0;

  /** Same numbers in, same choices out. */
  constructor(...numbers: number[]) {
    for (const number of numbers) this.#counter = scramble(this.#counter ^ number) + 1;
  }

  /** Choices that depend on a text only. */
  static of(text: string): Random {
    return new Random(...Array.from(text, (letter) => letter.charCodeAt(0)));
  }

  /** From 0 up to, but not including, 1. */
  fraction(): number {
    this.#counter = (this.#counter + 0x9e3779b9) | 0;
    return scramble(this.#counter) / 0x100000000;
  }

  /** An integer from `min` to `max`, both included. */
  integer(min: number, max: number): number {
    return min + floor(this.fraction() * (max - min + 1));
  }

  /** True this often: 0 never, 1 always. */
  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** One of the items, each as likely as the others. */
  pick<T>(items: readonly T[]): T {
    return items[this.integer(0, items.length - 1)] as T;
  }

  /** One of the choices, as likely as its weight among all weights. */
  weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T {
    let rest = this.fraction() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    const chosen = choices.find(([, weight]) => (rest -= weight) < 0) ?? choices[0];
    return (chosen as readonly [T, number])[0];
  }

  /** Text of this length out of an alphabet; letters and digits unless told. */
  text(length: number, alphabet: string = letters): string {
    const codes: number[] = [];
    const last = alphabet.length - 1;
    while (codes.length < length) codes.push(alphabet.charCodeAt(this.integer(0, last)));
    return String.fromCharCode(...codes);
  }
}
