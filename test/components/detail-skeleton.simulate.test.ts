import { shown } from './support/dom';
import { mount } from './support/mount';

describe('detail-skeleton', () => {
  it('shows two cards, no text and an accessible name', () => {
    const label = '正在加载支付详情';
    const skeleton = mount('components/detail-skeleton/detail-skeleton', { label });
    expect(shown(skeleton.dom, 'skeleton__card')).toHaveLength(2);
    expect(skeleton.dom.textContent).toBe('');
    expect(skeleton.attributes('.skeleton')).toMatchObject({ ariaLabel: label });
  });
});
