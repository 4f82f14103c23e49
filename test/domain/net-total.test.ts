import { addToNet, NOTHING_PAID } from '../../miniprogram/domain/net-total';
import { order } from '../features/support/order';

const net = (...changes: Parameters<typeof order>[0][]) =>
  changes.map(order).reduce(addToNet, NOTHING_PAID);

describe('the net total of payments', () => {
  it('is exact in fen', () => {
    expect(net({ amountFen: 1 }, { amountFen: 999_999_999 }, { amountFen: 1_990 })).toEqual({
      fen: 1_000_001_990,
      isAtMost: false,
      payments: 3,
    });
  });

  it.each([
    ['a complete refund', { refund: 'complete' }],
    ['a pending payment', { status: 'pending' }],
    ['a failed payment', { status: 'failed' }],
    ['a payment of unknown status', { status: 'unknown' }],
  ] as const)('adds nothing for %s', (_, changes) => {
    expect(net({ amountFen: 100 }, { amountFen: 7, ...changes }).fen).toBe(100);
  });

  it('adds a partially refunded payment in full and becomes an upper bound', () => {
    expect(net({ amountFen: 100, refund: 'partial' })).toMatchObject({ fen: 100, isAtMost: true });
  });

  it('subtracts a partial refund whose amount is known', () => {
    const total = net({ amountFen: 10_000, refund: 'partial', refundFen: 3_000 });
    expect(total).toEqual({ fen: 7_000, isAtMost: false, payments: 1 });
  });

  it.each([0, 10_001, null])(
    'does not believe a partial refund of %p from 10000 fen',
    (refundFen) => {
      const total = net({ amountFen: 10_000, refund: 'partial', refundFen });
      expect(total).toMatchObject({ fen: 10_000, isAtMost: true });
    },
  );

  it('adds a payment with an unknown refund in full and becomes an upper bound', () => {
    expect(net({ amountFen: 100, refund: 'unknown' })).toMatchObject({ fen: 100, isAtMost: true });
  });

  it('adds a payment whose refund failed', () => {
    const total = net({ amountFen: 100, refund: 'failed', refundFen: 30 });
    expect(total).toMatchObject({ fen: 100, isAtMost: false });
  });

  it('leaves out other currencies and unknown amounts', () => {
    expect(net({ amountFen: 100, currency: 'USD' }, { amountFen: null })).toEqual(NOTHING_PAID);
  });
});
