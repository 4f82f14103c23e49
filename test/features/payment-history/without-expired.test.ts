import { createWithoutExpired } from '../../../miniprogram/features/payment-history/without-expired';
import { NOW, order, TODAY } from '../support/order';

const TWO_HOURS = 7200;
const HOUR_MS = 3_600_000;

function start() {
  let now = NOW;
  return { select: createWithoutExpired({ now: () => now }), at: (time: number) => (now = time) };
}

const pending = (key: string, createdAt: number | null) =>
  order({ key, status: 'pending', createdAt });

describe('a list without expired payments', () => {
  it('leaves out unpaid payments from two hours on, and no others', () => {
    const orders = [
      order({ key: 'paid', createdAt: TODAY - 9 * TWO_HOURS }),
      order({ key: 'failed', status: 'failed', createdAt: TODAY - 9 * TWO_HOURS }),
      pending('young', TODAY - TWO_HOURS + 1),
      pending('old', TODAY - TWO_HOURS),
      pending('undated', null),
    ];
    expect(
      start()
        .select(orders)
        .map(({ key }) => key),
    ).toEqual(['paid', 'failed', 'young']);
  });

  it('is the same array until a payment expires', () => {
    const { select, at } = start();
    const orders = [pending('a', TODAY), order({ key: 'b', createdAt: TODAY - 1 })];
    expect(select(orders)).toBe(orders);
    at(NOW + 2 * HOUR_MS - 1);
    expect(select(orders)).toBe(orders);
    at(NOW + 2 * HOUR_MS);
    const [, paid] = orders;
    expect(select(orders)).toEqual([paid]);
    expect(select(orders)).toBe(select(orders));
  });

  it('has a payment again when the clock was corrected', () => {
    const { select, at } = start();
    const orders = [pending('a', TODAY)];
    at(NOW + 30 * HOUR_MS);
    expect(select(orders)).toEqual([]);
    at(NOW);
    expect(select(orders)).toEqual(orders);
  });
});
