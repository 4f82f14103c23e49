import fc from 'fast-check';
import type { Order } from '../../miniprogram/domain/order';
import {
  percentagesOf,
  statisticsOf,
  sumsOf,
  yearsOf,
  type CurrencyStatistics,
  type Scope,
} from '../../miniprogram/domain/payment-sums';
import { order } from '../features/support/order';

const at = (time: string) => Date.parse(time) / 1000;
const one = (orders: readonly Order[], scope: Scope = null): CurrencyStatistics => {
  const [only, ...others] = statisticsOf(orders, scope);
  if (!only || others.length > 0) throw new Error('not one currency');
  return only;
};

describe('the sums of one currency', () => {
  it('subtract what was refunded', () => {
    const sums = one([
      order({ amountFen: 10_000 }),
      order({ amountFen: 5_000, refund: 'complete' }),
      order({ amountFen: 2_000, refund: 'partial', refundFen: 500 }),
      order({ amountFen: 300, refund: 'failed' }),
    ]);
    expect(sums).toMatchObject({ netFen: 11_800, payments: 4, refundedFen: 5_500 });
    expect(sums.isRefundUnclear).toBe(false);
  });

  it.each(['partial', 'unknown'] as const)('are bounds for an unclear %s refund', (refund) => {
    const sums = one([order({ amountFen: 10_000, refund })]);
    expect(sums).toMatchObject({ netFen: 10_000, refundedFen: 0, isRefundUnclear: true });
  });

  it('leave out payments that did not succeed', () => {
    const others = (['pending', 'failed', 'unknown'] as const).map((status) => order({ status }));
    expect(statisticsOf(others, null)).toEqual([]);
  });

  it('count a payment of unknown amount by itself', () => {
    const sums = one([order({ amountFen: null }), order({ amountFen: 1 })]);
    expect(sums).toMatchObject({ netFen: 1, payments: 1, withoutAmount: 1 });
  });
});

test('currencies are never added together, and CNY is the first', () => {
  const orders = [
    order({ currency: 'USD', amountFen: 1 }),
    order({ currency: 'USD', amountFen: 2 }),
    order({ currency: 'CNY', amountFen: 4 }),
    order({ currency: 'JPY', amountFen: 8 }),
  ];
  expect(statisticsOf(orders, null).map(({ currency, netFen }) => [currency, netFen])).toEqual([
    ['CNY', 4],
    ['USD', 3],
    ['JPY', 8],
  ]);
});

describe('a scope', () => {
  const orders = [
    order({ amountFen: 1, createdAt: at('2026-01-01T00:00:00+08:00') }),
    order({ amountFen: 2, createdAt: at('2025-12-31T23:59:59+08:00') }),
    order({ amountFen: 4, createdAt: at('2025-03-01T00:00:00+08:00') }),
    order({ amountFen: 8, createdAt: null }),
  ];

  it('is a year in Beijing, by month', () => {
    expect(one(orders, 2025).periods).toEqual([
      { period: { year: 2025, month: 12 }, netFen: 2, payments: 1 },
      { period: { year: 2025, month: 3 }, netFen: 4, payments: 1 },
    ]);
    expect(one(orders, 2026).netFen).toBe(1);
  });

  it('is all time, by year, with the payments without a time at the end', () => {
    expect(one(orders).periods).toEqual([
      { period: { year: 2026, month: null }, netFen: 1, payments: 1 },
      { period: { year: 2025, month: null }, netFen: 6, payments: 2 },
      { period: null, netFen: 8, payments: 1 },
    ]);
  });

  it('can be one of the years of the payments', () => {
    expect(yearsOf(orders)).toEqual([2026, 2025]);
  });
});

test('the largest payments are not those that were completely refunded', () => {
  const largest = one([
    order({ key: 'a', amountFen: 9, refund: 'complete' }),
    order({ key: 'b', amountFen: 5, createdAt: 1 }),
    order({ key: 'c', amountFen: 5, createdAt: 2 }),
    order({ key: 'd', amountFen: 1 }),
    order({ key: 'e', amountFen: 7, refund: 'partial', refundFen: 6 }),
  ]).largest;
  expect(largest.map(({ key }) => key)).toEqual(['e', 'c', 'b']);
});

describe('percentages', () => {
  it.each([
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [
      [999, 1],
      [100, 0],
    ],
  ])('of %j are %j', (parts, shares) => {
    expect(percentagesOf(parts)).toEqual(shares);
  });

  it('add up to 100 and are off by less than one', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 1e11 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(parts, (fen) => {
        const whole = fen.reduce((sum, part) => sum + part, 0);
        const shares = percentagesOf(fen);
        if (whole === 0) return shares.every((share) => share === 0);
        const isNear = shares.every(
          (share, nth) => Math.abs(share - (fen[nth]! / whole) * 100) < 1,
        );
        return isNear && shares.reduce((sum, share) => sum + share, 0) === 100;
      }),
    );
  });
});

const AMOUNTS = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 2 ** 40 }));
const ORDERS = fc.array(
  fc.record({
    status: fc.constantFrom('success', 'pending', 'failed', 'unknown' as const),
    refund: fc.constantFrom('none', 'partial', 'complete', 'failed', 'unknown' as const),
    refundFen: AMOUNTS,
    amountFen: AMOUNTS,
    currency: fc.constantFrom('CNY', 'USD', 'JPY', 'HKD'),
    gateway: fc.constantFrom('weixin', 'alipay', 'unknown' as const),
    createdAt: fc.oneof(fc.constant(null), fc.integer({ min: 1.7e9, max: 1.8e9 })),
  }),
  { maxLength: 80 },
);

/** The sums of one currency by an arithmetic of its own, over the text of the time in Beijing. */
function oracle(orders: readonly Order[], currency: string, scope: Scope) {
  const day = ({ createdAt }: Order) =>
    createdAt === null ? null : new Date(createdAt * 1000 + 288e5).toISOString();
  const paid = orders.filter(
    (one) =>
      one.currency === currency &&
      one.status === 'success' &&
      one.amountFen !== null &&
      (scope === null || day(one)?.startsWith(`${scope}-`)),
  );
  const back = ({ refund, refundFen, amountFen }: Order): bigint => {
    if (refund === 'complete') return BigInt(amountFen ?? 0);
    const isKnown = refund === 'partial' && refundFen && refundFen <= (amountFen ?? 0);
    return isKnown ? BigInt(refundFen) : 0n;
  };
  const net = (some: readonly Order[]) =>
    some.reduce((sum, one) => sum + BigInt(one.amountFen ?? 0) - back(one), 0n);
  const grouped = (nameOf: (one: Order) => string) =>
    Object.fromEntries(
      [...new Set(paid.map(nameOf))].map((name) => [
        name,
        net(paid.filter((one) => nameOf(one) === name)),
      ]),
    );
  return {
    net: net(paid),
    payments: paid.length,
    refunded: paid.reduce((sum, one) => sum + back(one), 0n),
    periods: grouped((one) => day(one)?.slice(0, scope === null ? 4 : 7) ?? 'none'),
    methods: grouped(({ gateway }) => gateway),
  };
}

test('equals the sums of an independent arithmetic with big integers', () => {
  fc.assert(
    fc.property(ORDERS, fc.constantFrom(null, 2024, 2025, 2026), (changes, scope) => {
      const orders = changes.map(order);
      for (const sums of statisticsOf(orders, scope)) {
        const name = (period: CurrencyStatistics['periods'][number]['period']) =>
          period
            ? [period.year, ...(period.month ? [String(period.month).padStart(2, '0')] : [])].join(
                '-',
              )
            : 'none';
        expect({
          net: BigInt(sums.netFen),
          payments: sums.payments,
          refunded: BigInt(sums.refundedFen),
          periods: Object.fromEntries(
            sums.periods.map(({ period, netFen }) => [name(period), BigInt(netFen)]),
          ),
          methods: Object.fromEntries(
            sums.methods.map(({ gateway, netFen }) => [gateway, BigInt(netFen)]),
          ),
        }).toEqual(oracle(orders, sums.currency, scope));
      }
    }),
  );
});

test('the sums of a list equal those of the statistics of all time', () => {
  fc.assert(
    fc.property(ORDERS, (changes) => {
      const orders = changes.map(order);
      const statistics = statisticsOf(orders, null).map(
        ({ currency, netFen, payments, isRefundUnclear, withoutAmount }) => ({
          ...{ currency, netFen, payments, isRefundUnclear, withoutAmount },
        }),
      );
      expect(sumsOf(orders)).toEqual(statistics);
    }),
  );
});
