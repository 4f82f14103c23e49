import type { PaymentDetailElement } from '../../../miniprogram/features/payment-detail/payment-detail';
import { only, settle, shown, tap, texts } from '../../components/support/dom';
import { openDetail } from '../support/detail';
import { openHistory } from '../support/history';
import { noon, wireOrder, type Asked } from '../support/hand-held-wire';

const pending = (changes: object = {}) =>
  wireOrder(0, { status: 'pending', paid_at: null, ...changes });
const onePending = { meta: { limit: 20, offset: 0, total_count: 1 }, objects: [pending()] };
const TEN_MINUTES = 600_000;
const told = { transactionNo: 'T0', tradeNo: 'M0', ageSeconds: 0 };

describe('continuing a payment from the history', () => {
  it('is told once, until the app says that it is over', async () => {
    const history = openHistory();
    const continued = history.events('continue-payment');
    await settle();
    await history.request(0).answer(onePending);
    await tap(only(history.dom, 'pay'));
    await tap(only(history.dom, 'pay'));
    expect(continued).toEqual([told]);
    const over = history.element.refreshPayment('T0');
    await settle();
    await history.request(1).answer(pending());
    await over;
    await settle();
    await tap(only(history.dom, 'pay'));
    expect(continued).toEqual([told, told]);
  });

  it.each([
    ['was answered', (asked: Asked) => asked.answer(onePending)],
    ['failed', (asked: Asked) => asked.answer({}, 500)],
  ])('is not told again after a refresh that %s', async (_, happens) => {
    const history = openHistory();
    const continued = history.events('continue-payment');
    await settle();
    await history.request(0).answer(onePending);
    await tap(only(history.dom, 'pay'));
    const refreshed = history.element.refresh();
    await settle();
    await happens(history.request(1));
    await refreshed;
    await settle();
    await tap(only(history.dom, 'pay'));
    expect(continued).toEqual([told]);
  });

  it('is told again when the app said nothing for ten minutes and the list was read anew', async () => {
    let clock = noon('2026-11-23') * 1000;
    const history = openHistory({ platform: { now: () => clock } });
    const continued = history.events('continue-payment');
    await settle();
    await history.request(0).answer(onePending);
    await tap(only(history.dom, 'pay'));
    clock += TEN_MINUTES;
    const times: number[] = [];
    for (const [nth, status] of [500, 200].entries()) {
      const refreshed = history.element.refresh();
      await settle();
      await history.request(nth + 1).answer(onePending, status);
      await refreshed;
      await settle();
      await tap(only(history.dom, 'pay'));
      times.push(continued.length);
    }
    expect(times).toEqual([1, 2]);
  });

  it('is no longer shown as under way once a refresh says that it was paid', async () => {
    const history = openHistory();
    await settle();
    await history.request(0).answer(onePending);
    await tap(only(history.dom, 'pay'));
    void history.element.refresh();
    await settle();
    await history.request(1).serve(1);
    expect(shown(history.dom, 'pay')).toHaveLength(0);
    expect(texts(history.dom, 'row__status')).toEqual(['已支付']);
  });

  it('is not undone by a page that was on its way, and is older', async () => {
    const history = openHistory();
    await settle();
    await history.request(0).answer(onePending);
    void history.element.refresh();
    await settle();
    const over = history.element.refreshPayment('T0', 'paid');
    await settle();
    await history.request(2).answer(wireOrder(0));
    await over;
    await history.request(1).answer(onePending);
    expect(texts(history.dom, 'row__status')).toEqual(['已支付']);
    expect(shown(history.dom, 'pay')).toHaveLength(0);
  });

  it('changes the row, and what its month comes to, once the server agrees', async () => {
    const history = openHistory();
    await settle();
    const objects = [pending(), wireOrder(1)];
    await history.request(0).answer({ meta: { limit: 20, offset: 0, total_count: 2 }, objects });
    await tap(only(history.dom, 'pay'));
    const before = history.patches.length;
    const over = history.element.refreshPayment('T0', 'paid');
    await settle();
    await history.request(1).answer(wireOrder(0));
    await over;
    await settle();
    expect(history.patches.slice(before).flatMap((patch) => Object.keys(patch))).toEqual([
      'slots[0].rows[0].status',
      'slots[0].rows[0].pay',
      'slots[0].rows[0].month.count',
    ]);
    expect(shown(history.dom, 'pay')).toHaveLength(0);
  });
});

describe('continuing a payment from its own page', () => {
  it('is told once, and not for an old one', async () => {
    const detail = openDetail({ properties: { transactionNo: 'T0' } });
    const continued = detail.events('continue-payment');
    await settle();
    await detail.request(0).answer(pending());
    const button = only(detail.dom, 'detail__action--open');
    await tap(button);
    await tap(button);
    expect(continued).toEqual([told]);
    const refreshed = (detail.instance as unknown as PaymentDetailElement).refresh();
    await settle();
    await detail.request(1).answer(pending());
    await refreshed;
    await tap(button);
    expect(continued).toEqual([told]);
    const old = openDetail({ properties: { transactionNo: 'T0' } });
    await settle();
    await old.request(0).answer(pending({ created_at: 1_700_000_000 }));
    expect(shown(old.dom, 'detail__action--open')).toHaveLength(0);
  });
});
