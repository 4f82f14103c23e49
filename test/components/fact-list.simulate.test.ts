import { shown, tap, texts } from './support/dom';
import { mount } from './support/mount';

const PLACE = 'components/fact-list/fact-list';
const facts = [
  { label: '支付方式', value: '支付宝' },
  { label: '订单号', value: 'M1', copyLabel: '复制订单号' },
  { label: '流水号', value: 'T1', copyLabel: '复制流水号' },
];

describe('fact-list', () => {
  it('shows what is known by name', () => {
    const { dom } = mount(PLACE, { facts, copyText: '复制' });
    expect(texts(dom, 'facts__label')).toEqual(['支付方式', '订单号', '流水号']);
    expect(texts(dom, 'facts__value')).toEqual(['支付宝', 'M1', 'T1']);
    expect(texts(dom, 'facts__copy')).toEqual(['复制', '复制']);
  });

  it('gives the value whose button was tapped', async () => {
    const list = mount(PLACE, { facts, copyText: '复制' });
    const copies = list.events('copy');
    const [, second] = shown(list.dom, 'facts__copy');
    if (second) await tap(second);
    expect(copies).toEqual([{ value: 'T1' }]);
  });

  it('tells a screen reader what a button copies, and lets the value be selected by hand', () => {
    const list = mount(PLACE, { facts, copyText: '复制' });
    expect(list.attributes('.facts__copy')).toMatchObject({
      ariaRole: 'button',
      ariaLabel: '复制订单号',
    });
    expect(list.attributes('.facts__value')).toMatchObject({ userSelect: true });
  });
});
