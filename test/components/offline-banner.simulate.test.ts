import { shown, texts } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/offline-banner/offline-banner';

describe('offline-banner', () => {
  it('shows its text', () => {
    const { dom } = mount(COMPONENT, { text: '离线，内容更新于今天 15:02' });
    expect(texts(dom, 'offline__text')).toEqual(['离线，内容更新于今天 15:02']);
  });

  it('renders only its live region without a text', () => {
    const { dom } = mount(COMPONENT, { text: '' });
    expect(shown(dom, 'offline')).toHaveLength(0);
    expect([...dom.querySelectorAll('wx-view')]).toHaveLength(1);
  });
});
