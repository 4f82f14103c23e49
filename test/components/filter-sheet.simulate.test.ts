import { only, shown, tap, texts, type ShownElement } from './support/dom';
import { mount, type Mounted } from './support/mount';

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
  amount: { from: '19.90', to: '' },
  words: {
    ...{ title: '筛选', close: '关闭', reset: '重置', apply: '确定' },
    amount: { title: '金额', from: '最低', to: '最高', invalid: '请填数字', reversed: '顺序不对' },
  },
};
const amount = { fromFen: 1_990, toFen: null };

interface Fields {
  onAmount(event: object): void;
}

/** Types into the field of a limit. */
const type = ({ instance }: Mounted, name: 'from' | 'to', value: string) =>
  (instance as unknown as Fields).onAmount({
    currentTarget: { dataset: { name } },
    detail: { value },
  });
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
    expect(texts(dom, 'sheet__question')).toEqual(['退款状态', '支付方式', '金额']);
    expect(subject.instance.data).toMatchObject({ typed: { from: '19.90', to: '' } });
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
    expect(applied).toEqual([{ choices: { refund: 'partial', gateway: 'alipay' }, amount }]);
  });

  it('resets every group to its first option and sends it only when it is applied', async () => {
    const subject = mount(COMPONENT, sheet);
    const applied = subject.events('apply');
    await tap(button(subject.dom, '重置'));
    expect(texts(subject.dom, 'sheet__option--chosen')).toEqual(['不限', '不限']);
    await tap(button(subject.dom, '确定'));
    const any = { fromFen: null, toFen: null };
    expect(applied).toEqual([{ choices: { refund: '', gateway: '' }, amount: any }]);
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

  it.each([
    ['19.9', '100', 1_990, 10_000],
    ['０．５', '１２．５０', 50, 1_250],
    ['1,234.56', '¥2，000 元', 123_456, 200_000],
    [' ', '0', null, 0],
    ['.5', '5.', 50, 500],
    ['。5', '１，０００．', 50, 100_000],
    ['5', '5.00', 500, 500],
  ])('sends the amounts %j and %j in fen', async (from, to, fromFen, toFen) => {
    const subject = mount(COMPONENT, sheet);
    const applied = subject.events('apply');
    type(subject, 'from', from);
    type(subject, 'to', to);
    await tap(button(subject.dom, '确定'));
    expect(applied).toEqual([{ choices: sheet.choices, amount: { fromFen, toFen } }]);
    expect(shown(subject.dom, 'sheet__objection')).toEqual([]);
  });

  it('sends what is typed to no field before the sheet is reset', async () => {
    const subject = mount(COMPONENT, { ...sheet, amount: { from: '', to: '' } });
    const patches: object[] = [];
    const setData = subject.instance.setData.bind(subject.instance);
    subject.instance.setData = (patch, done) => {
      patches.push(patch);
      setData(patch, done);
    };
    type(subject, 'from', '12');
    expect(patches).toEqual([]);
    await tap(button(subject.dom, '重置'));
    // The fields take the typed texts before they are emptied, because WeChat ignores an equal value.
    expect(patches).toMatchObject([
      { value: { from: '12', to: '' } },
      { value: { from: '', to: '' } },
    ]);
  });

  it.each(['1.005', '-1', '十元', '1.2.3', '.', '5e3'])(
    'answers %j instead of applying it',
    async (from) => {
      const subject = mount(COMPONENT, sheet);
      const applied = subject.events('apply');
      type(subject, 'from', from);
      await tap(button(subject.dom, '确定'));
      expect(texts(subject.dom, 'sheet__objection')).toEqual(['请填数字']);
      expect(applied).toEqual([]);
      type(subject, 'from', '1');
      expect(subject.instance.data['objection']).toBe('');
    },
  );

  it('answers a lower limit above the upper one instead of applying it', async () => {
    const subject = mount(COMPONENT, sheet);
    const applied = subject.events('apply');
    type(subject, 'to', '19.89');
    await tap(button(subject.dom, '确定'));
    expect(texts(subject.dom, 'sheet__objection')).toEqual(['顺序不对']);
    await tap(button(subject.dom, '重置'));
    expect(shown(subject.dom, 'sheet__objection')).toEqual([]);
    expect(applied).toEqual([]);
  });
});
