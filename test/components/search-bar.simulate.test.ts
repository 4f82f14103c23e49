import { only, shown, tap, texts } from './support/dom';
import { mount } from './support/mount';

const PLACE = 'components/search-bar/search-bar';
const bar = {
  text: '',
  filterText: '筛选',
  isFiltered: false,
  words: {
    placeholder: '订单号、流水号或商品',
    shortPlaceholder: '号码或商品',
    clear: '清除搜索',
    filterLabel: '筛选支付记录',
  },
};

/** What the field tells the component, as WeChat's input does. */
interface Field {
  onInput(event: { detail: { value: string } }): void;
  onConfirm(event: { detail: { value: string } }): void;
}

describe('search-bar', () => {
  it('says what can be searched and has no cross while it is empty', () => {
    const subject = mount(PLACE, bar);
    const { dom } = subject;
    expect(subject.attributes('.search__input')).toMatchObject({
      placeholder: '订单号、流水号或商品',
    });
    expect(shown(dom, 'search__clear')).toHaveLength(0);
    expect(texts(dom, 'search__filter')).toEqual(['筛选']);
    expect(shown(dom, 'search__filter--active')).toHaveLength(0);
  });

  it('says less where there is little room, and the same to a screen reader', () => {
    const subject = mount(PLACE, { ...bar, isNarrow: true });
    expect(subject.attributes('.search__input')).toMatchObject({
      placeholder: '号码或商品',
      ariaLabel: '订单号、流水号或商品',
    });
  });

  it('searches when told to, not while one types', () => {
    const search = mount(PLACE, bar);
    const field = search.instance as unknown as Field;
    const searches = search.events('search');
    field.onInput({ detail: { value: '咖啡' } });
    expect(searches).toEqual([]);
    field.onConfirm({ detail: { value: '咖啡' } });
    expect(searches).toEqual([{ text: '咖啡' }]);
  });

  it('ends the search by its cross, and by emptying the field', async () => {
    const search = mount(PLACE, { ...bar, text: '咖啡' });
    const searches = search.events('search');
    await tap(only(search.dom, 'search__clear'));
    expect(searches).toEqual([{ text: '' }]);
    expect(shown(search.dom, 'search__clear')).toHaveLength(0);
    (search.instance as unknown as Field).onInput({ detail: { value: '' } });
    expect(searches).toEqual([{ text: '' }, { text: '' }]);
  });

  it('takes over what is searched for, and shows that filters are active', () => {
    const search = mount(PLACE, bar);
    search.set({ text: '月卡', filterText: '筛选 2', isFiltered: true });
    expect(search.attributes('.search__input')).toMatchObject({ value: '月卡' });
    expect(texts(search.dom, 'search__filter--active')).toEqual(['筛选 2']);
  });

  it('leaves what is being typed alone while nothing else is searched for', () => {
    const search = mount(PLACE, bar);
    (search.instance as unknown as Field).onInput({ detail: { value: '42000' } });
    search.set({ ...bar, filterText: '筛选 1' });
    expect(search.instance.data['typed']).toBe('42000');
  });

  it('asks for the filters', async () => {
    const search = mount(PLACE, bar);
    const asked = search.events('filter');
    await tap(only(search.dom, 'search__filter'));
    expect(asked).toHaveLength(1);
  });
});
