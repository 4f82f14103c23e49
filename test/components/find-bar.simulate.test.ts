import type {
  FindRequest,
  FindView,
  FindWords,
} from '../../miniprogram/components/find-bar/find-bar';
import { only, shown, tap, texts } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/find-bar/find-bar';
const words: FindWords = {
  tabs: [
    { value: 'all', text: '全部' },
    { value: 'pending', text: '待支付' },
  ],
  sheet: {
    ...{ title: '筛选', close: '关闭', reset: '重置', apply: '确定' },
    amount: { title: '金额', from: '最低', to: '最高', invalid: '请填数字', reversed: '顺序' },
  },
  clear: '清除',
};
const find: FindView = {
  tab: 'all',
  text: '',
  finds: 0,
  button: '筛选',
  isFiltered: false,
  words: {
    placeholder: '订单号',
    shortPlaceholder: '号',
    clear: '清除搜索',
    filterLabel: '筛选支付记录',
  },
  chips: [],
  groups: [{ name: 'gateway', title: '支付方式', options: [{ value: '', text: '不限' }] }],
  choices: { gateway: '' },
  amount: { from: '', to: '' },
  lookup: null,
  note: '',
  sum: '',
};
const chips = [{ key: 'gateway', text: '支付宝', label: '移除筛选：支付宝' }];
const lookup = { title: '连不上网络', advice: '请检查网络', action: '重试' };

describe('find-bar', () => {
  it('shows only the field and the tabs without search and filters', () => {
    const { dom } = mount(COMPONENT, { find, words });
    expect(texts(dom, 'tabs__tab')).toEqual(['全部', '待支付']);
    for (const absent of ['chips', 'sheet', 'notice', 'find__note']) {
      expect([absent, shown(dom, absent)]).toEqual([absent, []]);
    }
  });

  it('shows the result of a lookup and the search note', () => {
    const { dom } = mount(COMPONENT, { find: { ...find, lookup, note: '找到 3 笔' }, words });
    expect(texts(dom, 'notice__title')).toEqual(['连不上网络']);
    expect(texts(dom, 'find__note')).toEqual(['找到 3 笔']);
  });

  it('shows number and sum of what was searched below the search note', () => {
    const sum = '3 笔 · 支出 ¥12.00';
    const { dom } = mount(COMPONENT, { find: { ...find, note: '找到 3 笔', sum }, words });
    expect(texts(dom, 'find__note')).toEqual(['找到 3 笔']);
    expect(texts(dom, 'find__sum')).toEqual([sum]);
  });

  it('sends one find event per request of the user', async () => {
    const bar = mount(COMPONENT, { find: { ...find, text: '咖啡', chips, lookup }, words });
    const requests = bar.events('find');
    await tap(shown(bar.dom, 'tabs__tab')[1] ?? bar.dom);
    await tap(only(bar.dom, 'search__clear'));
    await tap(only(bar.dom, 'chips__target'));
    await tap(only(bar.dom, 'chips__clear'));
    await tap(only(bar.dom, 'van-button'));
    expect(requests).toEqual([
      { what: 'tab', tab: 'pending' },
      { what: 'search', text: '' },
      { what: 'remove', chip: 'gateway' },
      { what: 'clear' },
      { what: 'retry' },
    ] satisfies FindRequest[]);
  });

  it('opens the sheet and closes it on apply and on close', async () => {
    const bar = mount(COMPONENT, { find, words });
    const requests = bar.events('find');
    await tap(only(bar.dom, 'search__filter'));
    await tap(only(bar.dom, 'sheet__shade'));
    expect([shown(bar.dom, 'sheet'), requests]).toEqual([[], []]);
    await tap(only(bar.dom, 'search__filter'));
    await tap(only(bar.dom, 'sheet__button--apply'));
    expect(shown(bar.dom, 'sheet')).toEqual([]);
    const amount = { fromFen: null, toFen: null };
    expect(requests).toEqual([{ what: 'apply', choices: { gateway: '' }, amount }]);
  });
});
