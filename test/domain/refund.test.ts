import type { Refund } from '../../miniprogram/domain/order';
import { refundsMistake, withRefunds } from '../../miniprogram/domain/refund';
import { order, TODAY } from '../features/support/order';

const refund = (changes: Partial<Refund> = {}): Refund => ({
  amountFen: 3_000,
  at: TODAY,
  state: 'success',
  to: '零钱',
  ...changes,
});

describe('the refunds of a payment', () => {
  it.each(['none', 'partial', 'failed', 'unknown'] as const)(
    'decide what was refunded where the API says %s',
    (state) => {
      const paid = order({ amountFen: 10_000, refund: state });
      const one = withRefunds(paid, [refund(), refund({ state: 'processing' })]);
      expect(one).toMatchObject({ refund: 'partial', refundFen: 3_000 });
      const all = withRefunds(paid, [refund(), refund({ amountFen: 7_000 })]);
      expect(all).toMatchObject({ refund: 'complete', refundFen: 10_000 });
    },
  );

  it.each(['processing', 'closed', 'abnormal'] as const)(
    'leave the state of the API while a refund is %s',
    (state) => {
      for (const api of ['none', 'partial', 'failed'] as const) {
        const paid = order({ refund: api });
        const refunds = [refund({ state })];
        expect(withRefunds(paid, refunds)).toEqual({ ...paid, refunds });
      }
    },
  );

  it('never lower a complete refund of the API', () => {
    expect(withRefunds(order({ refund: 'complete' }), [refund()]).refund).toBe('complete');
  });

  it.each<[string, unknown]>([
    ['no list', { 0: refund() }],
    ['a list without its fields', [{}]],
    ['null in the list', [null]],
    ['an amount in yuan', [refund({ amountFen: 30.5 })]],
    ['an amount of 0', [refund({ amountFen: 0 })]],
    ['a negative amount', [refund({ amountFen: -1 })]],
    ['an amount as text', [{ ...refund(), amountFen: '3000' }]],
    ['a time in milliseconds', [refund({ at: TODAY * 1000 })]],
    ['a time as text', [{ ...refund(), at: '2026-11-23' }]],
    ['no time at all', [{ ...refund(), at: undefined }]],
    ['a state of WeChat Pay', [{ ...refund(), state: 'SUCCESS' }]],
    ['a state that every object has', [{ ...refund(), state: 'toString' }]],
    ['no account', [{ ...refund(), to: null }]],
    ['more than was paid', [refund({ amountFen: 39_000 }), refund({ amountFen: 801 })]],
  ])('are refused for %s', (_what, refunds) => {
    expect(refundsMistake(refunds, order({ amountFen: 39_800 }))).toEqual(expect.any(String));
  });

  it('are accepted without a time, without an account, and for an unknown amount', () => {
    const refunds = [refund({ at: null, to: '' }), refund({ amountFen: 39_800 })];
    expect(refundsMistake(refunds, order({ amountFen: null }))).toBeNull();
    expect(refundsMistake([], order())).toBeNull();
  });
});
