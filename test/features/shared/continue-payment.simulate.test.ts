import type { PaymentDetailElement } from '../../../miniprogram/elements';
import { only, settle, shown, tap, texts } from '../../components/support/dom';
import { openDetail } from '../support/detail';
import { openHistory } from '../support/history';
import { noon, wireOrder, type PendingRequest, wireBody } from '../support/manual-requests';

const pending = (changes: object = {}) =>
  wireOrder(0, { status: 'pending', paid_at: null, ...changes });
const onePending = wireBody([pending()]);
const TEN_MINUTES = 600_000;
const detailOfPayment = { transactionNo: 'T0', tradeNo: 'M0', ageSeconds: 0 };

describe('continuing a payment from the history', () => {
  it('triggers one event until the app reports the end', async () => {
    const history = openHistory();
    const continued = history.events('continue-payment');
    await settle();
    await history.request(0).answer(onePending);
    await tap(only(history.dom, 'pay'));
    await tap(only(history.dom, 'pay'));
    expect(continued).toEqual([detailOfPayment]);
    const over = history.element.refreshPayment('T0');
    await settle();
    await history.request(1).answer(pending());
    await over;
    await settle();
    await tap(only(history.dom, 'pay'));
    // The payment is read first: the server may have learned of the first attempt.
    expect(continued).toEqual([detailOfPayment]);
    await history.request(2).answer(pending());
    await settle();
    expect(continued).toEqual([detailOfPayment, detailOfPayment]);
  });

  it.each([
    ['was answered', (request: PendingRequest) => request.answer(onePending)],
    ['failed', (request: PendingRequest) => request.answer({}, 500)],
  ])('triggers no second event after a refresh that %s', async (_, happens) => {
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
    expect(continued).toEqual([detailOfPayment]);
  });

  it('triggers a second event when the app reported nothing for ten minutes and the list was refreshed', async () => {
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

  it('is no longer busy when a refresh reports it as paid', async () => {
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

  it('stays paid when an older page arrives later', async () => {
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

  it('changes the row and the total of its month when the server confirms it', async () => {
    const history = openHistory();
    await settle();
    const objects = [pending(), wireOrder(1)];
    await history.request(0).answer(wireBody(objects));
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

describe('continuing a payment from the detail page', () => {
  it('triggers one event, and none for an old payment', async () => {
    const detail = openDetail({ properties: { transactionNo: 'T0' } });
    const continued = detail.events('continue-payment');
    await settle();
    await detail.request(0).answer(pending());
    const button = only(detail.dom, 'detail__action--open');
    await tap(button);
    await tap(button);
    expect(continued).toEqual([detailOfPayment]);
    const refreshed = (detail.instance as unknown as PaymentDetailElement).refresh();
    await settle();
    await detail.request(1).answer(pending());
    await refreshed;
    await tap(button);
    expect(continued).toEqual([detailOfPayment]);
    const old = openDetail({ properties: { transactionNo: 'T0' } });
    await settle();
    await old.request(0).answer(pending({ created_at: 1_700_000_000 }));
    expect(shown(old.dom, 'detail__action--open')).toHaveLength(0);
  });
});
