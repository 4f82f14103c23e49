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
    ['a payment in a state without a word', { status: 'unknown' }],
  ] as const)('leaves out %s', (_, changes) => {
    expect(net({ amountFen: 100 }, { amountFen: 7, ...changes }).fen).toBe(100);
  });

  it('counts a partial refund in full, and says so', () => {
    expect(net({ amountFen: 100, refund: 'partial' })).toMatchObject({ fen: 100, isAtMost: true });
  });

  it('counts a payment whose refund failed', () => {
    const total = net({ amountFen: 100, refund: 'failed' });
    expect(total).toMatchObject({ fen: 100, isAtMost: false });
  });

  it('never adds another currency, nor an amount nobody knows', () => {
    expect(net({ amountFen: 100, currency: 'USD' }, { amountFen: null })).toEqual(NOTHING_PAID);
  });
});
