import { readFileSync } from 'node:fs';
import path from 'node:path';
import postcss from 'postcss';
import type { RowView } from '../../miniprogram/components/payment-row/payment-row';
import { rowWords } from '../../miniprogram/features/shared/row-model';
import { textsIn } from '../../miniprogram/texts/texts';
import { only, settle, shown, tap, texts } from './support/dom';
import { DIST, mount } from './support/mount';

const COMPONENT = 'components/payment-row/payment-row';

const paid: RowView = {
  key: '5ldtOFeDFO8u',
  gateway: 'alipay',
  title: '便携磨豆机',
  time: '11月18日 20:46',
  amount: '¥329.00',
};
const words = rowWords(textsIn('zh-CN'));
const refunded: RowView = { ...paid, refund: 'complete' };
const shownRow = (row: RowView) => mount(COMPONENT, { row, words });

describe('payment-row', () => {
  it('shows mark, description, time, amount and status', () => {
    const { dom } = shownRow(paid);
    expect(texts(dom, 'row__mark')).toEqual(['支']);
    expect(texts(dom, 'row__description')).toEqual(['便携磨豆机']);
    expect(texts(dom, 'row__time')).toEqual(['11月18日 20:46']);
    expect(texts(dom, 'row__amount')).toEqual(['¥329.00']);
    expect(texts(dom, 'badge')).toEqual(['已支付']);
    expect(shown(dom, 'payment--alipay')).toHaveLength(1);
  });

  it('shows the refund badge beside the status badge', () => {
    const row: RowView = { ...paid, refund: 'partial' };
    expect(texts(shownRow(row).dom, 'badge')).toEqual(['已支付', '部分退款']);
  });

  it.each(['partial', 'failed', 'unknown'] as const)(
    'does not strike the amount through for a refund that is %s',
    (refund) => {
      const { dom } = shownRow({ ...refunded, refund });
      expect(shown(dom, 'payment--refund-complete')).toHaveLength(0);
    },
  );

  it('strikes the amount through for a complete refund', () => {
    expect(shown(shownRow(refunded).dom, 'payment--refund-complete')).toHaveLength(1);
  });

  it('shows amounts of a million or more in a smaller font', () => {
    const long = (amount: string) =>
      shown(shownRow({ ...paid, amount }).dom, 'payment--long').length;
    expect(long('¥123,456.78')).toBe(0);
    expect(long('¥1,234,567.89')).toBe(1);
  });

  it('has no white space around its texts', () => {
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

  it('has nine nodes and a host when it has a refund', () => {
    const [payment] = shown(shownRow(refunded).dom, 'payment');
    expect([...(payment?.querySelectorAll('*') ?? [])]).toHaveLength(8);
  });

  it('has one sentence as its accessible name', () => {
    expect(shownRow(paid).attributes('.row')).toMatchObject({
      ariaLabel: '便携磨豆机，¥329.00，已支付，11月18日 20:46，支付宝',
      ariaRole: 'button',
    });
    expect(shownRow(refunded).attributes('.row')).toMatchObject({
      ariaLabel: '便携磨豆机，¥329.00，已支付，已退款，11月18日 20:46，支付宝',
    });
  });

  it('shows and names the raw values of unknown states', () => {
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

  it('sends tapPayment with the key of the payment', async () => {
    const row = shownRow(paid);
    const taps = row.events('tapPayment');
    await tap(only(row.dom, 'row__amount'));
    expect(taps).toEqual([{ key: '5ldtOFeDFO8u' }]);
  });

  it('updates when its payment changes', async () => {
    const row = shownRow({ ...paid, status: 'pending' });
    row.set({ row: paid });
    await settle();
    expect(texts(row.dom, 'badge')).toEqual(['已支付']);
  });
});

describe('a payment that can be continued', () => {
  const row = { key: 'T1', gateway: 'weixin', title: '滤纸', time: '今天 14:32', amount: '¥18.40' };
  const pending = { ...row, status: 'pending', pay: 'open' };

  it('has a button instead of its status badge, outside the row element', () => {
    const { dom } = mount(COMPONENT, { row: pending, words });
    expect(texts(dom, 'pay__button')).toEqual(['继续支付']);
    expect(texts(dom, 'row__badges')).toEqual(['']);
    expect(shown(only(dom, 'row'), 'pay')).toHaveLength(0);
  });

  it('sends only tapPay for a tap on the button', async () => {
    const subject = mount(COMPONENT, { row: pending, words });
    const [pays, opens] = [subject.events('tapPay'), subject.events('tapPayment')];
    await tap(only(subject.dom, 'pay'));
    expect([pays, opens]).toEqual([[{ key: 'T1' }], []]);
  });

  it('sends no event while it is busy', async () => {
    const busy = { ...pending, pay: 'busy' };
    const subject = mount(COMPONENT, { row: busy, words });
    const pays = subject.events('tapPay');
    await tap(only(subject.dom, 'pay'));
    expect(pays).toEqual([]);
    expect(texts(subject.dom, 'pay__button')).toEqual(['确认中']);
  });
});

test.each([
  ['payment--refund-complete', 'row__amount', 'text-decoration', 'line-through'],
  ['payment--alipay', 'row__mark', 'background', 'var(--ph-mark-blue, #0f62d6)'],
  ['payment--weixin', 'row__mark', 'background', 'var(--ph-mark-green, #07843f)'],
  ['payment--long', 'row__amount', 'font-size', 'calc(15px * var(--f, 1))'],
  ['payment--failed', 'row__status', 'color', 'var(--ph-red, #c0362c)'],
  ['payment--refund-partial', 'row__refund', 'color', 'var(--ph-blue, #1259bd)'],
])('the class %s gives %s the %s %s', (modifier, part, property, value) => {
  const sheets = ['components/payment-row/row.wxss', 'styles/badge.wxss'];
  const values: string[] = [];
  for (const sheet of sheets) {
    postcss
      .parse(readFileSync(path.join(DIST, sheet), 'utf8'))
      .walkDecls(property, (declaration) => {
        const { parent } = declaration;
        if (parent instanceof postcss.Rule && parent.selectors.includes(`.${modifier} .${part}`)) {
          values.push(declaration.value);
        }
      });
  }
  expect(values).toEqual([value]);
});
