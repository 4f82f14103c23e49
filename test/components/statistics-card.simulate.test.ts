import { only, tap, texts } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/statistics-card/statistics-card';
const bar = (key: string, label: string) => ({
  ...{ key, label, amount: '¥1.00', percent: 50 },
  sentence: `${label} ¥1.00，1 笔`,
});
const card = {
  ...{ currency: 'CNY', title: '2026年支出', net: '¥125.00', summary: '3 笔', note: '' },
  ...{ barsTitle: '每月支出', bars: [bar('2026-11', '11月')] },
  ...{ sharesTitle: '支付方式', shares: [{ ...bar('weixin', '微信支付'), share: '100%' }] },
  largestTitle: '金额最高的支付',
  largest: [
    {
      key: 'T1',
      gateway: 'weixin',
      title: '手冲咖啡课程',
      time: '11月2日 12:00',
      amount: '¥100.00',
    },
  ],
};
const words = {
  ...{ status: { success: '已支付' }, refund: {}, gateway: { weixin: '微信支付' } },
  ...{ mark: { weixin: '微' }, pay: {}, comma: '，' },
};

describe('statistics-card', () => {
  it('shows the sums with their titles as headings', () => {
    const { dom } = mount(COMPONENT, { card, words });
    expect(texts(dom, 'sums__title')).toEqual(['2026年支出']);
    expect(texts(dom, 'sums__net')).toEqual(['¥125.00']);
    expect(texts(dom, 'sums__heading')).toEqual(['每月支出', '支付方式', '金额最高的支付']);
    expect(texts(dom, 'share__percent')).toEqual(['100%']);
  });

  it('sends the key of a tapped bar, which is a button with one sentence', async () => {
    const mounted = mount(COMPONENT, { card, words });
    expect(mounted.attributes('.bar')).toMatchObject({
      ariaRole: 'button',
      ariaLabel: '11月 ¥1.00，1 笔',
    });
    const taps = mounted.events('tapBar');
    await tap(only(mounted.dom, 'bar__label'));
    expect(taps).toEqual([{ key: '2026-11' }]);
  });

  it('sends nothing for a bar without a key', async () => {
    const unknown = { ...card, bars: [bar('', '日期未知')] };
    const mounted = mount(COMPONENT, { card: unknown, words });
    expect(mounted.attributes('.bar')).toMatchObject({ ariaRole: 'img' });
    const taps = mounted.events('tapBar');
    await tap(only(mounted.dom, 'bar__label'));
    expect(taps).toEqual([]);
  });

  it('sends the key of a tapped payment', async () => {
    const mounted = mount(COMPONENT, { card, words });
    const taps = mounted.events('tapPayment');
    await tap(only(mounted.dom, 'row'));
    expect(taps).toEqual([{ key: 'T1' }]);
  });

  it('has only its total where no amount is known', () => {
    const empty = { ...card, bars: [], shares: [], largest: [] };
    const { dom } = mount(COMPONENT, { card: empty, words });
    expect(texts(dom, 'sums__heading')).toEqual([]);
  });
});
