import type { SummaryView } from '../../miniprogram/components/payment-summary/payment-summary';
import { shown, texts } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/payment-summary/payment-summary';
const paid: SummaryView = {
  gateway: 'alipay',
  mark: '支',
  title: '便携磨豆机',
  symbol: '¥',
  digits: '329.00',
  status: 'success',
  statusText: '已支付',
};
const summary = (changes: Partial<SummaryView> = {}) =>
  mount(COMPONENT, { summary: { ...paid, ...changes } });

describe('payment-summary', () => {
  it('shows mark, title, amount and status', () => {
    const { dom } = summary();
    expect(texts(dom, 'summary__mark')).toEqual(['支']);
    expect(shown(dom, 'summary__mark--alipay')).toHaveLength(1);
    expect(texts(dom, 'summary__title')).toEqual(['便携磨豆机']);
    expect(texts(dom, 'summary__amount')).toEqual(['¥329.00']);
    expect(texts(dom, 'summary__badges')).toEqual(['已支付']);
  });

  it('shows the refund badge and strikes the amount through only for a complete refund', () => {
    const partial = summary({ refund: 'partial', refundText: '部分退款' });
    expect(texts(partial.dom, 'summary__badges')).toEqual(['已支付部分退款']);
    expect(shown(partial.dom, 'summary__amount--returned')).toHaveLength(0);
    const complete = summary({ refund: 'complete', refundText: '已退款' });
    expect(shown(complete.dom, 'summary__amount--returned')).toHaveLength(1);
  });

  it('has symbol and digits as one accessible name', () => {
    expect(summary().attributes('.summary__amount')).toMatchObject({ ariaLabel: '¥329.00' });
  });

  it('shows amounts of ten million or more in a smaller font', () => {
    expect(shown(summary({ digits: '1,234,567.89' }).dom, 'summary__amount--long')).toHaveLength(0);
    expect(shown(summary({ digits: '12,345,678.90' }).dom, 'summary__amount--long')).toHaveLength(
      1,
    );
  });
});
