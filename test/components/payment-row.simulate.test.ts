import type { RowView } from '../../miniprogram/components/payment-row/payment-row';
import { only, settle, shown, tap, texts } from './support/dom';
import { mount } from './support/mount';
import { WORDS } from './support/words';

const PLACE = 'components/payment-row/payment-row';

const paid: RowView = {
  key: '5ldtOFeDFO8u',
  gateway: 'alipay',
  title: '便携磨豆机',
  time: '11月18日 20:46',
  amount: '¥329.00',
};
const refunded: RowView = { ...paid, refund: 'complete' };
const shownRow = (row: RowView) => mount(PLACE, { row, words: WORDS });

describe('payment-row', () => {
  it('shows mark, description, time, amount and status', () => {
    const { dom } = shownRow(paid);
    expect(texts(dom, 'row__mark')).toEqual(['支']);
    expect(texts(dom, 'row__description')).toEqual(['便携磨豆机']);
    expect(texts(dom, 'row__time')).toEqual(['11月18日 20:46']);
    expect(texts(dom, 'row__amount')).toEqual(['¥329.00']);
    expect(texts(dom, 'badge')).toEqual(['已支付']);
    expect(shown(dom, 'row__mark--alipay')).toHaveLength(1);
  });

  it('shows the refund beside the status when there is one', () => {
    const row: RowView = { ...paid, refund: 'partial' };
    expect(texts(shownRow(row).dom, 'badge')).toEqual(['已支付', '部分退款']);
  });

  it.each(['partial', 'failed', 'unknown'] as const)('strikes no amount for %s', (refund) => {
    const { dom } = shownRow({ ...refunded, refund });
    expect(shown(dom, 'row__amount--returned')).toHaveLength(0);
  });

  it('strikes the amount through when all of it went back', () => {
    expect(shown(shownRow(refunded).dom, 'row__amount--returned')).toHaveLength(1);
  });

  it('writes long amounts smaller', () => {
    const long = (amount: string) =>
      shown(shownRow({ ...paid, amount }).dom, 'row__amount--long').length;
    expect(long('¥123,456.78')).toBe(0);
    expect(long('¥1,234,567.89')).toBe(1);
  });

  it('has no space around its texts', () => {
    const leaves = [...shownRow(refunded).dom.querySelectorAll('*')].filter(
      (element) => [...element.querySelectorAll('*')].length === 0,
    );
    expect(leaves.map(({ textContent }) => textContent)).toEqual([
      '支',
      '便携磨豆机',
      '11月18日 20:46',
      '¥329.00',
      '已支付',
      '已退款',
    ]);
  });

  it('is at most nine nodes, its host included', () => {
    expect([...shownRow(refunded).dom.querySelectorAll('*')]).toHaveLength(9);
  });

  it('reads as one sentence', () => {
    expect(shownRow(paid).attributes('.row')).toMatchObject({
      ariaLabel: '便携磨豆机，¥329.00，已支付，11月18日 20:46，支付宝',
      ariaRole: 'button',
    });
    expect(shownRow(refunded).attributes('.row')).toMatchObject({
      ariaLabel: '便携磨豆机，¥329.00，已支付，已退款，11月18日 20:46，支付宝',
    });
  });

  it('shows and says the wire’s own words where there is none of ours', () => {
    const unknown: RowView = {
      ...paid,
      gateway: 'unknown',
      status: 'unknown',
      refund: 'unknown',
      gatewayText: 'unionpay',
      statusText: 'closed',
      refundText: 'rejected',
    };
    const row = shownRow(unknown);
    expect(texts(row.dom, 'badge')).toEqual(['closed', 'rejected']);
    expect(row.attributes('.row')).toMatchObject({
      ariaLabel: '便携磨豆机，¥329.00，closed，rejected，11月18日 20:46，unionpay',
    });
  });

  it('tells which payment was tapped', async () => {
    const row = shownRow(paid);
    const taps = row.events('tap-payment');
    await tap(only(row.dom, 'row__amount'));
    expect(taps).toEqual([{ key: '5ldtOFeDFO8u' }]);
  });

  it('changes with its payment', async () => {
    const row = shownRow({ ...paid, status: 'pending' });
    row.set({ row: paid });
    await settle();
    expect(texts(row.dom, 'badge')).toEqual(['已支付']);
  });
});

describe('a payment that can still be made', () => {
  const row = { key: 'T1', gateway: 'weixin', title: '滤纸', time: '今天 14:32', amount: '¥18.40' };
  const pending = { ...row, status: 'pending', pay: 'open' };

  it('has a button in the place of its status, beside the row and not in it', () => {
    const { dom } = mount(PLACE, { row: pending, words: WORDS });
    expect(texts(dom, 'pay__button')).toEqual(['继续支付']);
    expect(texts(dom, 'row__badges')).toEqual(['']);
    expect(shown(only(dom, 'row'), 'pay')).toHaveLength(0);
  });

  it('gives its key to the button’s tap, which opens nothing', async () => {
    const shownRow = mount(PLACE, { row: pending, words: WORDS });
    const [pays, opens] = [shownRow.events('tap-pay'), shownRow.events('tap-payment')];
    await tap(only(shownRow.dom, 'pay'));
    expect([pays, opens]).toEqual([[{ key: 'T1' }], []]);
  });

  it('hears no tap while it is being made', async () => {
    const busy = { ...pending, pay: 'busy' };
    const shownRow = mount(PLACE, { row: busy, words: WORDS });
    const pays = shownRow.events('tap-pay');
    await tap(only(shownRow.dom, 'pay'));
    expect(pays).toEqual([]);
    expect(texts(shownRow.dom, 'pay__button')).toEqual(['确认中']);
  });
});
