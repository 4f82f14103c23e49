import { shown } from './support/dom';
import { mount } from './support/mount';

const PLACE = 'components/row-skeleton/row-skeleton';

describe('row-skeleton', () => {
  it('stands for a screen of rows', () => {
    expect(shown(mount(PLACE).dom, 'skeleton__row')).toHaveLength(9);
  });

  it('shows no text and says one thing', () => {
    const skeleton = mount(PLACE, { label: '正在加载支付记录' });
    expect(skeleton.dom.textContent).toBe('');
    expect(skeleton.attributes('.skeleton')).toMatchObject({ ariaLabel: '正在加载支付记录' });
  });
});
