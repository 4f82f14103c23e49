import { only, shown, tap, texts, type ShownElement } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/filter-sheet/filter-sheet';
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
  if (!found) throw new Error(`no option ${text}`);
  return found;
};
const button = (dom: ShownElement, text: string) => {
  const found = shown(dom, 'sheet__button').find(({ textContent }) => textContent === text);
  if (!found) throw new Error(`no button ${text}`);
  return found;
};

describe('filter-sheet', () => {
  it('opens with the given choices', () => {
    const subject = mount(COMPONENT, sheet);
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

  it('sends the choices only when they are applied', async () => {
    const subject = mount(COMPONENT, sheet);
    const applied = subject.events('apply');
    await tap(option(subject.dom, '支付宝'));
    expect(texts(subject.dom, 'sheet__option--chosen')).toEqual(['部分退款', '支付宝']);
    expect(applied).toEqual([]);
    await tap(button(subject.dom, '确定'));
    expect(applied).toEqual([{ choices: { refund: 'partial', gateway: 'alipay' } }]);
  });

  it('resets every group to its first option and sends it only when it is applied', async () => {
    const subject = mount(COMPONENT, sheet);
    const applied = subject.events('apply');
    await tap(button(subject.dom, '重置'));
    expect(texts(subject.dom, 'sheet__option--chosen')).toEqual(['不限', '不限']);
    await tap(button(subject.dom, '确定'));
    expect(applied).toEqual([{ choices: { refund: '', gateway: '' } }]);
  });

  it('closes by a tap on the shade and applies nothing', async () => {
    const subject = mount(COMPONENT, sheet);
    const applied = subject.events('apply');
    const closed = subject.events('close');
    await tap(option(subject.dom, '支付宝'));
    await tap(only(subject.dom, 'sheet__shade'));
    expect(closed).toHaveLength(1);
    expect(applied).toEqual([]);
  });
});
