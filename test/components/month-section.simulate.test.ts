import { only, tap, texts } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/month-section/month-section';
const november = { title: '2026年11月', count: '5 笔', action: '选择其他月份' };

describe('month-section', () => {
  it('shows title and count in a heading', () => {
    const section = mount(COMPONENT, november);
    expect(texts(section.dom, 'month__title')).toEqual(['2026年11月']);
    expect(texts(section.dom, 'month__count')).toEqual(['5 笔']);
    expect(section.attributes('.month__header')).toMatchObject({ ariaRole: 'heading' });
  });

  it('is a button that names its action and sends the tapped month', async () => {
    const section = mount(COMPONENT, november);
    expect(section.attributes('.month__button')).toMatchObject({
      ariaRole: 'button',
      ariaLabel: '2026年11月 5 笔 选择其他月份',
    });
    const taps = section.events('tapMonth');
    await tap(only(section.dom, 'month__count'));
    expect(taps).toEqual([{ month: '2026年11月' }]);
  });

  it('has six nodes including its host', () => {
    expect([...mount(COMPONENT, november).dom.querySelectorAll('*')]).toHaveLength(6);
  });
});
