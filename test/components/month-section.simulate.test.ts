import { only, tap, texts } from './support/dom';
import { mount } from './support/mount';

const PLACE = 'components/month-section/month-section';
const november = { title: '2026年11月', count: '5 笔', action: '选择其他月份' };

describe('month-section', () => {
  it('heads a month with its name and how much there is of it', () => {
    const section = mount(PLACE, november);
    expect(texts(section.dom, 'month__title')).toEqual(['2026年11月']);
    expect(texts(section.dom, 'month__count')).toEqual(['5 笔']);
    expect(section.attributes('.month__header')).toMatchObject({ ariaRole: 'heading' });
  });

  it('is a button that says what a tap does', async () => {
    const section = mount(PLACE, november);
    expect(section.attributes('.month__button')).toMatchObject({
      ariaRole: 'button',
      ariaLabel: '2026年11月 5 笔 选择其他月份',
    });
    const taps = section.events('tap-month');
    await tap(only(section.dom, 'month__count'));
    expect(taps).toEqual([{ month: '2026年11月' }]);
  });

  it('is six nodes, its host included', () => {
    expect([...mount(PLACE, november).dom.querySelectorAll('*')]).toHaveLength(6);
  });
});
