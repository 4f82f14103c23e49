import fc from 'fast-check';
import { formatFen, parseFen, parseYuan } from '../../miniprogram/domain/money';

const CASES = 100_000;

/** Independent of the code under test: BigInt does not round. */
const yuanText = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;

/** Every form in which the API sends an amount. */
const SPELLINGS: readonly ((fen: bigint) => unknown)[] = [
  (fen) => yuanText(fen),
  (fen) => Number(yuanText(fen)),
  (fen) => JSON.parse(yuanText(fen)) as unknown,
  (fen) => ` ${yuanText(fen)}\n`,
  (fen) => `${yuanText(fen)}000`,
  (fen) => `00${yuanText(fen)}`,
  (fen) => (fen % 100n === 0n ? String(fen / 100n) : yuanText(fen)),
  (fen) => (fen % 10n === 0n ? yuanText(fen).slice(0, -1) : yuanText(fen)),
];

test(`${CASES} amounts from 0 to 10^9 fen are exact in every form, and formatted as by BigInt`, () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(1_000_000_000), fc.nat(100_000)), (amount) => {
      const fen = BigInt(amount);
      for (const spell of SPELLINGS) {
        const read = parseYuan(spell(fen));
        if (read === null || BigInt(read) !== fen) {
          throw new Error(`${JSON.stringify(spell(fen))} is read as ${read}`);
        }
      }
      if (parseFen(String(fen)) !== amount) throw new Error(`${fen} fen`);
      if (formatFen(amount).replace(/[¥,]/g, '') !== yuanText(fen))
        throw new Error(formatFen(amount));
      // A third decimal is never rounded away, in text or in a number.
      for (const thousandth of [1n, 5n, 9n]) {
        const third = `${yuanText(fen)}${thousandth}`;
        if (parseYuan(third) !== null || parseYuan(Number(third)) !== null) throw new Error(third);
      }
    }),
    { numRuns: CASES },
  );
});

const UNITS = [
  ['JPY', 0],
  ['CNY', 2],
  ['KWD', 3],
] as const;

/** The double that is some doubles away. */
function shifted(value: number, doubles: number): number {
  const bits = new BigInt64Array(new Float64Array([value]).buffer);
  bits[0] = (bits[0] ?? 0n) + BigInt(doubles);
  return new Float64Array(bits.buffer)[0] ?? NaN;
}

test('a double within a rounding error of an amount is that amount, as number and as text', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e11 }),
      fc.integer({ min: -32, max: 32 }),
      fc.constantFrom(...UNITS),
      (minor, doubles, [currency, places]) => {
        const value = shifted(minor / 10 ** places, doubles);
        const found = [parseYuan(value, currency), parseYuan(value.toFixed(20), currency)];
        if (found.some((read) => read !== minor))
          throw new Error(`${value} ${currency}: ${found.join()}`);
        const half = (minor + 0.5) / 10 ** places;
        if (parseYuan(half, currency) !== null) throw new Error(`${half} ${currency}`);
      },
    ),
    { numRuns: 20_000 },
  );
});
