import { shown, tap, texts } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/tab-bar/tab-bar';
const bar = {
  tabs: [
    { value: 'all', text: '全部' },
    { value: 'paid', text: '已支付' },
    { value: 'refunded', text: '退款' },
  ],
  selected: 'paid',
};

describe('tab-bar', () => {
  it('shows every tab and marks the selected one', () => {
    const subject = mount(COMPONENT, bar);
    const { dom } = subject;
    expect(texts(dom, 'tabs__tab')).toEqual(['全部', '已支付', '退款']);
    expect(texts(dom, 'tabs__tab--selected')).toEqual(['已支付']);
    expect(subject.attributes('.tabs__row')).toMatchObject({ ariaRole: 'tablist' });
    expect(subject.attributes('.tabs__tab')).toMatchObject({
      ariaRole: 'tab',
      ariaSelected: false,
    });
    expect(subject.attributes('.tabs__tab--selected')).toMatchObject({ ariaSelected: true });
  });

  it('sends change for another tab and not for the selected one', async () => {
    const tabs = mount(COMPONENT, bar);
    const changes = tabs.events('change');
    for (const tab of shown(tabs.dom, 'tabs__tab')) await tap(tab);
    expect(changes).toEqual([{ value: 'all' }, { value: 'refunded' }]);
  });
});
