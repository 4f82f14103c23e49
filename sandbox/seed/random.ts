// In jest's global scope each access to `Math` costs more than the arithmetic.
const { floor, imul } = Math;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Hashes 32 bits, so that neighbouring inputs give unrelated outputs. */
function scramble(bits: number): number {
  let x = bits | 0;
  x = imul(x ^ (x >>> 16), 0x7feb352d);
  x = imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** A deterministic pseudo-random generator: a counter and a hash. Not for secrets. */
export class Random {
  #counter = 0;

  /** @param numbers - The seed; equal numbers give equal choices. */
  constructor(...numbers: number[]) {
    for (const number of numbers) this.#counter = scramble(this.#counter ^ number) + 1;
  }

  /** A generator seeded by a text. */
  static of(text: string): Random {
    return new Random(...Array.from(text, (letter) => letter.charCodeAt(0)));
  }

  /** A number from 0 (included) to 1 (excluded). */
  fraction(): number {
    this.#counter = (this.#counter + 0x9e3779b9) | 0;
    return scramble(this.#counter) / 0x100000000;
  }

  /** An integer from `min` to `max`, both included. */
  integer(min: number, max: number): number {
    return min + floor(this.fraction() * (max - min + 1));
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** One of the items, with equal probability. */
  pick<T>(items: readonly T[]): T {
    return items[this.integer(0, items.length - 1)] as T;
  }

  /** One of the choices, with a probability proportional to its weight. */
  weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T {
    let rest = this.fraction() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    const chosen = choices.find(([, weight]) => (rest -= weight) < 0) ?? choices[0];
    return (chosen as readonly [T, number])[0];
  }

  /**
   * A text of this length.
   *
   * @param alphabet - Its characters; by default ASCII letters and digits.
   */
  text(length: number, alphabet: string = letters): string {
    const codes: number[] = [];
    const last = alphabet.length - 1;
    while (codes.length < length) codes.push(alphabet.charCodeAt(this.integer(0, last)));
    return String.fromCharCode(...codes);
  }
}
