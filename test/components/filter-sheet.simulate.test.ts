import { only, shown, tap, texts, type ShownElement } from './support/dom';
import { mount } from './support/mount';

const PLACE = 'components/filter-sheet/filter-sheet';
const sheet = {
  groups: [
    {
      name: 'refund',
      title: '退款状态',
      options: [
        { value: '', text: '不限' },
        { value: 'partial', text: '部分退款' },
      ],
    },
    {
      name: 'gateway',
      title: '支付方式',
      options: [
        { value: '', text: '不限' },
        { value: 'alipay', text: '支付宝' },
      ],
    },
  ],
  choices: { refund: 'partial', gateway: '' },
  words: { title: '筛选', close: '关闭', reset: '重置', apply: '确定' },
};
const option = (dom: ShownElement, text: string) => {
  const found = shown(dom, 'sheet__option').find(({ textContent }) => textContent === text);
  if (!found) throw new Error(`there is no option ${text}`);
  return found;
};
const button = (dom: ShownElement, text: string) => {
  const found = shown(dom, 'sheet__button').find(({ textContent }) => textContent === text);
  if (!found) throw new Error(`there is no button ${text}`);
  return found;
};

describe('filter-sheet', () => {
  it('opens with what is chosen', () => {
    const subject = mount(PLACE, sheet);
    const { dom } = subject;
    expect(texts(dom, 'sheet__question')).toEqual(['退款状态', '支付方式']);
    expect(texts(dom, 'sheet__option--chosen')).toEqual(['部分退款', '不限']);
    expect(subject.attributes('.sheet__panel')).toMatchObject({
      ariaRole: 'dialog',
      ariaModal: 'true',
    });
    expect(subject.attributes('.sheet__option--chosen')).toMatchObject({
      ariaRole: 'radio',
      ariaChecked: true,
    });
  });

  it('tells what was chosen only when it is applied', async () => {
    const shownSheet = mount(PLACE, sheet);
    const applied = shownSheet.events('apply');
    await tap(option(shownSheet.dom, '支付宝'));
    expect(texts(shownSheet.dom, 'sheet__option--chosen')).toEqual(['部分退款', '支付宝']);
    expect(applied).toEqual([]);
    await tap(button(shownSheet.dom, '确定'));
    expect(applied).toEqual([{ choices: { refund: 'partial', gateway: 'alipay' } }]);
  });

  it('goes back to no restriction, and waits to be applied', async () => {
    const shownSheet = mount(PLACE, sheet);
    const applied = shownSheet.events('apply');
    await tap(button(shownSheet.dom, '重置'));
    expect(texts(shownSheet.dom, 'sheet__option--chosen')).toEqual(['不限', '不限']);
    await tap(button(shownSheet.dom, '确定'));
    expect(applied).toEqual([{ choices: { refund: '', gateway: '' } }]);
  });

  it('closes by a tap beside it and applies nothing', async () => {
    const shownSheet = mount(PLACE, sheet);
    const applied = shownSheet.events('apply');
    const closed = shownSheet.events('close');
    await tap(option(shownSheet.dom, '支付宝'));
    await tap(only(shownSheet.dom, 'sheet__shade'));
    expect(closed).toHaveLength(1);
    expect(applied).toEqual([]);
  });
});
