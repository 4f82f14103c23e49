import { shown, tap, texts } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/fact-list/fact-list';
const facts = [
  { label: '支付方式', value: '支付宝' },
  { label: '订单号', value: 'M1', copyLabel: '复制订单号' },
  { label: '流水号', value: 'T1', copyLabel: '复制流水号' },
];

describe('fact-list', () => {
  it('shows every fact with its label, and copy buttons only for facts with a copy label', () => {
    const { dom } = mount(COMPONENT, { facts, copyText: '复制' });
    expect(texts(dom, 'facts__label')).toEqual(['支付方式', '订单号', '流水号']);
    expect(texts(dom, 'facts__value')).toEqual(['支付宝', 'M1', 'T1']);
    expect(texts(dom, 'facts__copy')).toEqual(['复制', '复制']);
  });

  it('sends the value whose copy button was tapped', async () => {
    const list = mount(COMPONENT, { facts, copyText: '复制' });
    const copies = list.events('copy');
    const [, second] = shown(list.dom, 'facts__copy');
    if (second) await tap(second);
    expect(copies).toEqual([{ value: 'T1' }]);
  });

  it('names what a button copies and makes the value selectable', () => {
    const list = mount(COMPONENT, { facts, copyText: '复制' });
    expect(list.attributes('.facts__copy')).toMatchObject({
      ariaRole: 'button',
      ariaLabel: '复制订单号',
    });
    expect(list.attributes('.facts__value')).toMatchObject({ userSelect: true });
  });
});
