import { only, settle, shown, tap } from '../components/support/dom';
import { openDetail } from './support/detail';
import { openHistory } from './support/history';
import { wireOrder } from './support/hand-held-wire';

const pending = (changes: object = {}) =>
  wireOrder(0, { status: 'pending', paid_at: null, ...changes });
const told = { transactionNo: 'T0', tradeNo: 'M0', ageSeconds: 0 };

describe('continuing a payment from the history', () => {
  it('is told once, until the app says that it is over', async () => {
    const history = openHistory();
    const continued = history.events('continue-payment');
    await settle();
    const body = { meta: { limit: 20, offset: 0, total_count: 1 }, objects: [pending()] };
    await history.request(0).answer(body);
    await tap(only(history.dom, 'pay'));
    await tap(only(history.dom, 'pay'));
    expect(continued).toEqual([told]);
    const over = history.element.patch('T0');
    await settle();
    await history.request(1).answer(pending());
    await over;
    await settle();
    await tap(only(history.dom, 'pay'));
    expect(continued).toEqual([told, told]);
  });

  it('changes the row, and what its month comes to, once the server agrees', async () => {
    const history = openHistory();
    await settle();
    const objects = [pending(), wireOrder(1)];
    await history.request(0).answer({ meta: { limit: 20, offset: 0, total_count: 2 }, objects });
    await tap(only(history.dom, 'pay'));
    const before = history.patches.length;
    const over = history.element.patch('T0', 'paid');
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
    const old = openDetail({ properties: { transactionNo: 'T0' } });
    await settle();
    await old.request(0).answer(pending({ created_at: 1_700_000_000 }));
    expect(shown(old.dom, 'detail__action--open')).toHaveLength(0);
  });
});
