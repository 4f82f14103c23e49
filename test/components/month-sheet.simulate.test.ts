import { only, settle, shown, tap, texts } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/month-sheet/month-sheet';
const november = { key: '2026年11月', name: '11月', count: '23 笔 · 支出 ¥276.00' };
const october = { key: '2026年10月', name: '10月', count: '31 笔 · 支出 ¥1,209.00' };
const december = { key: '2025年12月', name: '12月', count: '已加载 6 笔 · ¥60.00' };
const menu = {
  current: '2026年10月',
  years: [
    { key: '2026年11月', title: '2026年', months: [november, october] },
    { key: '2025年12月', title: '2025年', months: [december] },
  ],
  picker: { start: '2017-01', end: '2026-11', value: '2025-12' },
  jump: null,
};
const words = {
  title: '选择月份',
  close: '关闭月份列表',
  pick: '选择更早的月份',
  stop: '停止',
};
const jump = {
  title: '正在跳转到2020年2月',
  progress: '已到2025年12月 · 已读取 200 / 900 笔',
  percent: 20,
  wait: '',
  failure: '',
  retry: '重试',
};
interface Picker {
  onPick(event: { detail: { value: string } }): void;
}

const mountSheet = (changes: object = {}) =>
  mount(COMPONENT, { menu: { ...menu, ...changes }, words });

describe('month-sheet', () => {
  it('lists the months by year with their counts', () => {
    const sheet = mountSheet();
    expect(texts(sheet.dom, 'months__year')).toEqual(['2026年', '2025年']);
    expect(texts(sheet.dom, 'months__name')).toEqual(['11月', '10月', '12月']);
    expect(texts(sheet.dom, 'months__count')).toEqual([
      november.count,
      october.count,
      december.count,
    ]);
    expect(texts(sheet.dom, 'months__pick')).toEqual(['选择更早的月份']);
    expect(sheet.attributes('.sheet__panel')).toMatchObject({
      ariaRole: 'dialog',
      ariaModal: 'true',
      ariaLabel: '选择月份',
    });
  });

  it('marks the current month and scrolls it into view', async () => {
    const sheet = mountSheet();
    expect(texts(sheet.dom, 'months__item--current')).toEqual([`10月${october.count}`]);
    expect(sheet.attributes('.months__item--current')).toMatchObject({
      ariaRole: 'radio',
      ariaChecked: true,
    });
    expect(sheet.attributes('.months__item')).toMatchObject({ ariaChecked: false });
    await settle();
    expect(sheet.instance.data['sight']).toBe('current');
    expect(sheet.attributes('.months__sight')).toMatchObject({ id: 'current' });
  });

  it('shows no heading for an unknown year, and no picker where all months are there', () => {
    const undated = { key: '日期未知', name: '日期未知', count: '1 笔' };
    const years = [{ key: '日期未知', title: '', months: [undated] }];
    const { dom } = mountSheet({ years, picker: null });
    expect(shown(dom, 'months__year')).toEqual([]);
    expect(shown(dom, 'months__pick')).toEqual([]);
    expect(texts(dom, 'months__name')).toEqual(['日期未知']);
  });

  it('sends the chosen month', async () => {
    const sheet = mountSheet();
    const chosen = sheet.events('choose');
    await tap(shown(sheet.dom, 'months__item')[2] ?? sheet.dom);
    expect(chosen).toEqual([{ month: '2025年12月' }]);
  });

  it.each(['sheet__shade', 'months__close'])('closes by a tap on %s', async (target) => {
    const sheet = mountSheet();
    const closed = sheet.events('close');
    const chosen = sheet.events('choose');
    await tap(only(sheet.dom, target));
    expect([closed.length, chosen]).toEqual([1, []]);
  });

  it('adds a month while it is open and keeps the existing elements', async () => {
    const sheet = mountSheet();
    const existing = shown(sheet.dom, 'months__item');
    const autumn = { key: '2025年11月', name: '11月', count: '已加载 1 笔' };
    sheet.set({ 'menu.years[1].months[1]': autumn });
    await settle();
    expect(texts(sheet.dom, 'months__name')).toEqual(['11月', '10月', '12月', '11月']);
    expect(shown(sheet.dom, 'months__item').slice(0, 3)).toEqual(existing);
  });

  it('sends the month of WeChat’s picker, which chooses between the given months', () => {
    const sheet = mountSheet();
    const picked = sheet.events('pick');
    expect(sheet.attributes('.months__picker')).toMatchObject({
      ...{ mode: 'date', fields: 'month' },
      ...{ start: '2017-01', end: '2026-11', value: '2025-12' },
    });
    (sheet.instance as unknown as Picker).onPick({ detail: { value: '2020-02' } });
    expect(picked).toEqual([{ year: 2020, month: 2 }]);
  });

  it('shows the way to a month in place of the months, and ends it by 停止', async () => {
    const sheet = mountSheet({ years: [], picker: null, jump });
    const closed = sheet.events('close');
    expect(shown(sheet.dom, 'months')).toEqual([]);
    expect(texts(sheet.dom, 'sheet__title')).toEqual([jump.title]);
    expect(texts(sheet.dom, 'jump')).toEqual([jump.progress]);
    expect(texts(sheet.dom, 'sheet__button')).toEqual(['停止']);
    await tap(only(sheet.dom, 'sheet__button'));
    expect(closed).toHaveLength(1);
  });

  it('shows what the way waits for, and repeats a request that failed', async () => {
    const wait = '正在排队';
    const failure = '加载失败';
    const sheet = mountSheet({ years: [], picker: null, jump: { ...jump, wait, failure } });
    const repeated = sheet.events('retry');
    expect(texts(sheet.dom, 'jump__text')).toEqual([jump.progress, wait, failure]);
    await tap(only(sheet.dom, 'sheet__button--apply'));
    expect(repeated).toHaveLength(1);
  });
});
