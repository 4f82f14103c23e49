import fc from 'fast-check';
import { decodeOrders } from '../../../miniprogram/services/orders/decode-order';
import { answering } from '../support/bodies';

/** 100,000 cases; test/domain/amounts.property.test.ts has another 100,000. */
const [JSON_CASES, TEXT_CASES, MIXED_CASES] = [40_000, 40_000, 20_000];

const { outcomeOf } = answering();
const pristine = Object.getOwnPropertyNames(Object.prototype).sort().join();
afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort().join()).toBe(pristine);
});

/** Names that the decoder or JavaScript uses. */
const name = fc.constantFrom(
  ...['meta', 'objects', 'limit', 'total_count', 'id', 'transaction_no', 'trade_no', 'status'],
  ...['refund_status', 'refund_amount', 'total_cost', 'created_at', 'paid_at', 'updated_at'],
  ...['gateway_type', 'gateway_extra_info', 'wechat_response', 'time_end', 'merchandise_snapshot'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'length', 'valueOf'],
);
const { value: odd } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double(), fc.string()),
    fc.constantFrom(
      'success',
      'complete',
      ' ',
      '1.00',
      '2018-10-12T17:18:11',
      '{"a":1}',
      "{'a': 1}",
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 6 }),
  ),
}));

test(`${JSON_CASES} JSON values as a body are a list or an ApiError`, async () => {
  const body = fc.oneof(
    { arbitrary: fc.record({ objects: fc.array(odd, { maxLength: 4 }), meta: odd }), weight: 2 },
    { arbitrary: odd, weight: 1 },
  );
  const status = fc.constantFrom(200, 200, 200, 201, 400, 401, 500, 302, 0, -1);
  await fc.assert(
    fc.asyncProperty(body, status, async (value, code) => {
      const { kind } = await outcomeOf(JSON.stringify(value), code);
      expect(kind).toMatch(/^[a-z-]+$/);
    }),
    { numRuns: JSON_CASES },
  );
});

test(`${TEXT_CASES} texts as a body are a list or an ApiError`, async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.json({ depthSize: 'small' }).map((json) => json.slice(0, json.length / 2)),
    fc.string().map((own) => `{"objects":[{"id":1,"total_cost":"${own}"}]}`),
  );
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(200, 400, 502), async (body, status) => {
      await outcomeOf(body, status);
    }),
    { numRuns: TEXT_CASES },
  );
});

const valid = fc
  .record({
    total_cost: fc.oneof(
      fc.nat(1e9).map((fen) => fen / 100),
      fc.constant('398.00'),
    ),
    created_at: fc.oneof(
      fc.integer({ min: 1, max: 2e9 }),
      fc.constant('2018-10-12T17:18:11.559063'),
    ),
    status: fc.constantFrom('pending', 'success', 'failed', 'closed'),
    refund_status: fc.constantFrom(null, '', ' ', 'partial', 'complete', 'failed'),
  })
  .map((row) => ({ row, known: true, broken: false }));
const broken = fc.oneof(
  // Rows with an unreadable field that still give an order.
  fc
    .constantFrom(
      { total_cost: 'free' },
      { total_cost: null },
      { created_at: 'soon' },
      { paid_at: [] },
      { updated_at: {} },
      { refund_amount: -1 },
      JSON.parse('{"total_cost":{"__proto__":1}}') as object,
    )
    .map((change) => ({
      row: { total_cost: 1, created_at: 1, ...change },
      known: true,
      broken: true,
    })),
  // Rows that give no order.
  fc
    .constantFrom<unknown>(null, 5, 'row', true, [], [{}], {}, { total_cost: 1 }, { objects: [] })
    .map((row) => ({ row, known: false, broken: true })),
);

test(`${MIXED_CASES} pages of n valid and k broken rows give n payments and k reports`, () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(valid, broken), { maxLength: 12 }), (cases) => {
      const rows = cases.map(({ row, known }, index) =>
        known ? { transaction_no: `T${index}`, ...(row as object) } : row,
      );
      const decoded = decodeOrders(rows);
      const { problems } = decoded;
      const orders = decoded.rows.filter((order) => order !== null);
      const reported = new Set(problems.map(({ row }) => row));
      const isWhole = ({ key }: { key: string }) => !reported.has(Number(key.slice(1)));
      expect(orders.filter(isWhole)).toHaveLength(cases.filter((own) => !own.broken).length);
      expect(problems.map(({ row }) => row)).toEqual(
        cases.flatMap((own, index) => (own.broken ? [index] : [])),
      );
      expect(orders.map(({ key }) => key)).toEqual(
        cases.flatMap((own, index) => (own.known ? [`T${index}`] : [])),
      );
    }),
    { numRuns: MIXED_CASES },
  );
});
