import { only, shown, tap, texts } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/filter-chips/filter-chips';
const chips = [
  { key: 'refund', text: '部分退款', label: '移除筛选：部分退款' },
  { key: 'gateway', text: '支付宝', label: '移除筛选：支付宝' },
];

describe('filter-chips', () => {
  it('shows every filter as a button with an accessible name', () => {
    const subject = mount(COMPONENT, { chips, clearText: '清除' });
    const { dom } = subject;
    expect(texts(dom, 'chips__chip')).toEqual(['部分退款', '支付宝']);
    expect(subject.attributes('.chips__target')).toMatchObject({
      ariaRole: 'button',
      ariaLabel: '移除筛选：部分退款',
    });
  });

  it('sends remove for a tapped chip and clear for the clear button', async () => {
    const row = mount(COMPONENT, { chips, clearText: '清除' });
    const removed = row.events('remove');
    const cleared = row.events('clear');
    await tap(shown(row.dom, 'chips__target')[1] ?? row.dom);
    await tap(only(row.dom, 'chips__clear'));
    expect(removed).toEqual([{ key: 'gateway' }]);
    expect(cleared).toHaveLength(1);
  });
});
