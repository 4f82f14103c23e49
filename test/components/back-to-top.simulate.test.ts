import { only, tap } from './support/dom';
import { mount } from './support/mount';

const PLACE = 'components/back-to-top/back-to-top';

describe('back-to-top', () => {
  it('is a button that says where it leads', () => {
    expect(mount(PLACE, { label: '回到顶部' }).attributes('.back')).toMatchObject({
      ariaLabel: '回到顶部',
      ariaRole: 'button',
    });
  });

  it('tells that it was tapped', async () => {
    const button = mount(PLACE);
    const taps = button.events('back');
    await tap(only(button.dom, 'back'));
    expect(taps).toHaveLength(1);
  });
});
