import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { only, shown, tap, texts } from './support/dom';
import { DIST, mount, type Mounted } from './support/mount';

const COMPONENT = 'components/search-bar/search-bar';
const bar = {
  text: '',
  finds: 0,
  filterText: '筛选',
  isFiltered: false,
  words: {
    placeholder: '订单号、流水号或商品',
    shortPlaceholder: '单号或商品',
    clear: '清除搜索',
    filterLabel: '筛选支付记录',
  },
};

/** The handlers of WeChat's input events. */
interface Field {
  onInput(event: { detail: { value: string } }): void;
  onConfirm(event: { detail: { value: string } }): void;
}

describe('search-bar', () => {
  it('shows its placeholder and no clear button while it is empty', () => {
    const subject = mount(COMPONENT, bar);
    const { dom } = subject;
    expect(subject.attributes('.search__input')).toMatchObject({
      placeholder: '订单号、流水号或商品',
    });
    expect(shown(dom, 'search__clear')).toHaveLength(0);
    expect(texts(dom, 'search__filter')).toEqual(['筛选']);
    expect(shown(dom, 'search__filter--active')).toHaveLength(0);
  });

  it('shows the short placeholder when it is narrow and keeps the accessible name', () => {
    const subject = mount(COMPONENT, { ...bar, isNarrow: true });
    expect(subject.attributes('.search__input')).toMatchObject({
      placeholder: '单号或商品',
      ariaLabel: '订单号、流水号或商品',
    });
  });

  it('takes a whole bill, which is longer than a number', () => {
    const { maxlength } = mount(COMPONENT, bar).attributes('.search__input');
    expect(Number(maxlength)).toBeGreaterThanOrEqual(300);
  });

  it('searches on confirm and not while the user types', () => {
    const search = mount(COMPONENT, bar);
    const field = search.instance as unknown as Field;
    const searches = search.events('search');
    field.onInput({ detail: { value: '咖啡' } });
    expect(searches).toEqual([]);
    field.onConfirm({ detail: { value: '咖啡' } });
    expect(searches).toEqual([{ text: '咖啡' }]);
  });

  it('ends the search when the field is cleared or emptied', async () => {
    const search = mount(COMPONENT, { ...bar, text: '咖啡' });
    const searches = search.events('search');
    await tap(only(search.dom, 'search__clear'));
    expect(searches).toEqual([{ text: '' }]);
    expect(shown(search.dom, 'search__clear')).toHaveLength(0);
    (search.instance as unknown as Field).onInput({ detail: { value: '' } });
    expect(searches).toEqual([{ text: '' }, { text: '' }]);
  });

  it('shows a new search text and highlights active filters', () => {
    const search = mount(COMPONENT, bar);
    search.set({ text: '月卡', filterText: '筛选 2', isFiltered: true });
    expect(search.attributes('.search__input')).toMatchObject({ value: '月卡' });
    expect(texts(search.dom, 'search__filter--active')).toEqual(['筛选 2']);
  });

  it('keeps the typed text when another property changes', () => {
    const search = mount(COMPONENT, bar);
    (search.instance as unknown as Field).onInput({ detail: { value: '42000' } });
    search.set({ ...bar, filterText: '筛选 1' });
    expect(search.instance.data['typed']).toBe('42000');
  });

  it('sets its data while the user types only when the field becomes empty or not', () => {
    const search = mount(COMPONENT, bar);
    const set = jest.spyOn(search.instance, 'setData');
    const type = (value: string) =>
      (search.instance as unknown as Field).onInput({ detail: { value } });
    for (let length = 1; length <= 10; length += 1) type('4200002345'.slice(0, length));
    expect(set.mock.calls).toEqual([[{ hasText: true }]]);
    expect(shown(search.dom, 'search__clear')).toHaveLength(1);
    type('');
    expect(set.mock.calls.slice(1)).toEqual([[{ hasText: false }]]);
  });

  describe('with a field that records the values that it is given', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'search-bar-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const values: string[] = [];
    const given = (value: string) => values.push(value);
    let search: Mounted;

    /** The built component, with another element in the place of the input. */
    beforeEach(() => {
      const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
      const built = (extension: string) =>
        readFileSync(path.join(DIST, `${COMPONENT}.${extension}`), 'utf8');
      write('search-bar.js', built('js'));
      write('search-bar.wxml', built('wxml').replace(/<input([^>]*?)\/>/, '<field$1></field>'));
      write('search-bar.json', '{"component":true,"usingComponents":{"field":"./field"}}');
      write('field.json', '{"component":true}');
      write('field.wxml', '<view></view>');
      write(
        'field.js',
        'Component({ properties: { value: { type: String, observer(to) { given(to); } } } });',
      );
      Object.assign(globalThis, { given });
      search = mount('search-bar', bar, undefined, folder);
      values.splice(0);
    });

    const field = () => search.instance as unknown as Field;
    const drawn = () => new Promise((resolve) => setTimeout(resolve));

    it('is emptied when a search has found a payment', async () => {
      field().onInput({ detail: { value: 'M1' } });
      field().onConfirm({ detail: { value: 'M1' } });
      search.set({ finds: 1 });
      await drawn();
      // It takes the typed text before it is emptied, because WeChat ignores an equal value.
      expect(values).toEqual(['M1', '']);
      expect(search.instance.data).toMatchObject({ value: '', typed: '', hasText: false });
      expect(shown(search.dom, 'search__clear')).toHaveLength(0);
    });

    it('is emptied when the search is left', async () => {
      field().onInput({ detail: { value: '咖啡' } });
      field().onConfirm({ detail: { value: '咖啡' } });
      search.set({ text: '咖啡' });
      search.set({ text: '' });
      await drawn();
      expect(values).toEqual(['咖啡', '']);
    });
  });

  it('keeps what the user types after the search was ended', () => {
    const search = mount(COMPONENT, { ...bar, text: '咖啡' });
    const field = search.instance as unknown as Field;
    field.onInput({ detail: { value: '' } });
    field.onInput({ detail: { value: '月' } });
    search.set({ text: '' });
    expect(search.instance.data['typed']).toBe('月');
  });

  it('sends filter when the filter button is tapped', async () => {
    const search = mount(COMPONENT, bar);
    const taps = search.events('filter');
    await tap(only(search.dom, 'search__filter'));
    expect(taps).toHaveLength(1);
  });
});
