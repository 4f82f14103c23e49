import { settle, shown, tap } from '../../components/support/dom';
import { openHistory } from '../support/history';
import { wireOrder, wireBody } from '../support/manual-requests';

describe('opening a payment from the history', () => {
  it('triggers an event with its transaction number, else its trade number, and none without a number', async () => {
    const history = openHistory();
    const opened = history.events('open-payment');
    await settle();
    const toasts: unknown[] = [];
    Object.assign(wx, { showToast: ({ title }: { title: string }) => toasts.push(title) });
    const objects = [
      wireOrder(0),
      wireOrder(1, { transaction_no: null }),
      wireOrder(2, { transaction_no: null, trade_no: null }),
    ];
    await history.request(0).answer(wireBody(objects));
    for (const row of shown(history.dom, 'row')) await tap(row);
    expect(opened).toEqual([{ transactionNo: 'T0' }, { tradeNo: 'M1' }]);
    expect(toasts).toEqual(['这笔支付没有单号，无法查看详情']);
  });

  it.each([
    ['a lone surrogate', '\ud800'],
    ['quotes', `"'\`<>&`],
    ['10,000 letters', 'x'.repeat(10_000)],
    ['a name of every object', '__proto__'],
  ])('opens a payment whose number is %s', async (_, transaction_no) => {
    const history = openHistory();
    const opened = history.events('open-payment');
    await settle();
    await history.request(0).answer(wireBody([wireOrder(0, { transaction_no })]));
    for (const row of shown(history.dom, 'row')) await tap(row);
    expect(opened).toEqual([{ transactionNo: transaction_no }]);
  });
});
