import { settle, shown, tap } from '../../components/support/dom';
import { openHistory } from '../support/history';
import { wireOrder, wireBody } from '../support/manual-requests';

describe('opening a payment from the history', () => {
  it('triggers an event with its transaction number, and none without a number', async () => {
    const history = openHistory();
    const opened = history.events('open-payment');
    await settle();
    await history
      .request(0)
      .answer(wireBody([wireOrder(0), wireOrder(1, { transaction_no: null })]));
    for (const row of shown(history.dom, 'row')) await tap(row);
    expect(opened).toEqual([{ transactionNo: 'T0' }]);
  });
});
