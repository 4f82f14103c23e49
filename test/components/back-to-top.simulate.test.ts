import { only, tap } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/back-to-top/back-to-top';

describe('back-to-top', () => {
  it('is a button with an accessible name', () => {
    expect(mount(COMPONENT, { label: '回到顶部' }).attributes('.back')).toMatchObject({
      ariaLabel: '回到顶部',
      ariaRole: 'button',
    });
  });

  it('sends back when it is tapped', async () => {
    const button = mount(COMPONENT);
    const taps = button.events('back');
    await tap(only(button.dom, 'back'));
    expect(taps).toHaveLength(1);
  });
});
