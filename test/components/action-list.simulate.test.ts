import { shown, tap, texts } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/action-list/action-list';

describe('action-list', () => {
  it('shows each action as a button, and a tap names its key', async () => {
    const actions = [
      { key: '', text: '复制支付信息' },
      { key: 'buy', text: '再次购买' },
    ];
    const list = mount(COMPONENT, { actions });
    const taps = list.events('tapAction');
    expect(texts(list.dom, 'actions__action')).toEqual(['复制支付信息', '再次购买']);
    for (const action of shown(list.dom, 'actions__action')) await tap(action);
    expect(taps).toEqual([{ key: '' }, { key: 'buy' }]);
  });
});
