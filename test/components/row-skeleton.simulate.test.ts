import { shown } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/row-skeleton/row-skeleton';

describe('row-skeleton', () => {
  it('shows nine placeholder rows', () => {
    expect(shown(mount(COMPONENT).dom, 'skeleton__row')).toHaveLength(9);
  });

  it('shows no text and has an accessible name', () => {
    const skeleton = mount(COMPONENT, { label: '正在加载支付记录' });
    expect(skeleton.dom.textContent).toBe('');
    expect(skeleton.attributes('.skeleton')).toMatchObject({ ariaLabel: '正在加载支付记录' });
  });
});
