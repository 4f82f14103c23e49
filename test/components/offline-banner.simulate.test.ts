import { shown, texts } from './support/dom';
import { mount } from './support/mount';

const PLACE = 'components/offline-banner/offline-banner';

describe('offline-banner', () => {
  it('says what it is given', () => {
    const { dom } = mount(PLACE, { text: '离线，显示今天 15:02 的记录' });
    expect(texts(dom, 'offline__text')).toEqual(['离线，显示今天 15:02 的记录']);
  });

  it('takes no room without a text, and is there for screen readers', () => {
    const { dom } = mount(PLACE, { text: '' });
    expect(shown(dom, 'offline')).toHaveLength(0);
    expect([...dom.querySelectorAll('wx-view')]).toHaveLength(1);
  });
});
