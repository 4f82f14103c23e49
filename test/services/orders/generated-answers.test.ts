import { writeFigures } from '../../support/figures';
import { answering } from '../support/bodies';
import { dice, writeAnswer, type ExpectedOrder } from '../support/answers';

const SHORT = 50_000;
/** The long run: see docs/reliability.md. */
const BODIES = Number(process.env['BODIES'] ?? SHORT);
const SEED = Number(process.env['SEED'] ?? 1);

const { outcomeOf } = answering();

/** The meaning of an order that the service read, in the terms of the generator. */
interface Read {
  readonly key: string;
  readonly amountFen: number | null;
  readonly createdAt: number | null;
  readonly status: string;
  readonly refund: string;
  readonly wechat?: { readonly totalFen: number | null } | null;
}

const exact = (value: number | null): bigint | null => (value === null ? null : BigInt(value));

/** Differences between an order and its meaning. */
function differences(read: Read | null, expected: ExpectedOrder | null): string[] {
  if (read === null || expected === null) return read === expected ? [] : ['row'];
  const pairs: Record<string, readonly [unknown, unknown]> = {
    key: [expected.key === null ? null : read.key, expected.key],
    amount: [exact(read.amountFen), expected.amount],
    createdAt: [exact(read.createdAt), expected.createdAt],
    status: [read.status, expected.status],
    refund: [read.refund, expected.refund],
    totalFen: [exact(read.wechat?.totalFen ?? null) ?? undefined, expected.totalFen],
  };
  return Object.keys(pairs).filter((name) => pairs[name]?.[0] !== pairs[name]?.[1]);
}

test(
  `${BODIES} written answers are read as what they mean`,
  async () => {
    const roll = dice(SEED);
    const kinds = new Map<string, number>();
    let amounts = 0;
    for (let count = 0; count < BODIES; count++) {
      const { body, status, kind: expectedKind, rows, totalCount } = writeAnswer(roll);
      const { page, kind } = await outcomeOf(body, status);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      const wrong: string[] = kind === (expectedKind ?? 'list') ? [] : [`kind ${kind}`];
      if (page) {
        if (page.rows.length !== rows.length) wrong.push('number of rows');
        if (exact(page.totalCount) !== totalCount) wrong.push('total');
        rows.forEach((row, nth) => {
          if (row?.amount != null) amounts += 1;
          wrong.push(...differences(page.rows[nth] ?? null, row).map((name) => `${nth}: ${name}`));
        });
      }
      if (wrong.length > 0)
        throw new Error(`answer ${count}: ${wrong.join(', ')}\n${status} ${body}`);
    }
    expect(kinds.get('list') ?? 0).toBeGreaterThan(BODIES / 2);
    expect(amounts).toBeGreaterThan(BODIES);
    if (BODIES === SHORT) return;
    const outcomes = [...kinds].map(([kind, times]) => `${kind} ${times}`).join(', ');
    writeFigures(
      'written-answers',
      `${BODIES} written answers, seed ${SEED}: 0 misread, 0 wrong of ${amounts} amounts; ${outcomes}.`,
    );
  },
  Math.max(60_000, BODIES),
);
