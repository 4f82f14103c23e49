import type { ChunkRow, ChunkView } from '../../miniprogram/components/payment-chunk/payment-chunk';
import { rowWords } from '../../miniprogram/features/shared/row-model';
import { textsIn } from '../../miniprogram/texts/texts';
import { settle, shown, tap, texts } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/payment-chunk/payment-chunk';

const row = (key: string, more: Partial<ChunkRow> = {}): ChunkRow => ({
  key,
  gateway: 'weixin',
  title: `payment ${key}`,
  time: '今天 14:32',
  amount: '¥1.00',
  ...more,
});
/** The end of one month, a whole month, and the beginning of a third. */
const chunk: ChunkView = {
  top: 0,
  rows: [
    row('a'),
    row('b', { ends: true }),
    row('c', { month: { title: '2026年10月', count: '1 笔', height: 120 }, ends: true }),
    row('d', { month: { title: '2026年9月', count: '已加载 40 笔', height: 3084 } }),
    row('e'),
  ],
};
const words = { ...rowWords(textsIn('zh-CN')), openMonths: '选择其他月份' };
const mountChunk = () => mount(COMPONENT, { chunk, words });

describe('payment-chunk', () => {
  it('shows its payments in the given order below the headers of their months', () => {
    const { dom } = mountChunk();
    expect(texts(dom, 'row__description').join()).toBe(
      'payment a,payment b,payment c,payment d,payment e',
    );
    expect(texts(dom, 'month__title')).toEqual(['2026年10月', '2026年9月']);
    expect(texts(dom, 'month__count')).toEqual(['1 笔', '已加载 40 笔']);
    const inOrder = [...dom.querySelectorAll('*')].filter(({ className }) =>
      /(month__title|row__description)/.test(className),
    );
    expect(inOrder.map(({ textContent }) => textContent)[2]).toBe('2026年10月');
  });

  it('gives every row the element id of its key', () => {
    expect(mountChunk().attributes('#payment-c')).toMatchObject({ id: 'payment-c' });
  });

  it('marks only the first and last rows of a month for rounded corners', () => {
    const { dom } = mountChunk();
    const cornered = (name: string) =>
      shown(dom, name).map((host) => texts(host, 'row__description')[0]);
    expect(cornered('payment--first')).toEqual(['payment c', 'payment d']);
    expect(cornered('payment--last')).toEqual(['payment b', 'payment c']);
  });

  it('passes on tapPayment with the key of the tapped row', async () => {
    const mounted = mountChunk();
    const taps = mounted.events('tapPayment');
    await tap(shown(mounted.dom, 'row')[2] ?? mounted.dom);
    expect(taps).toEqual([{ key: 'c' }]);
  });

  it('passes on tapMonth with the title of the tapped header', async () => {
    const mounted = mountChunk();
    const taps = mounted.events('tapMonth');
    const [, september] = shown(mounted.dom, 'month__button');
    await tap(september ?? mounted.dom);
    expect(taps).toEqual([{ month: '2026年9月' }]);
  });

  it('updates one field of one row and keeps the row elements', async () => {
    const mounted = mountChunk();
    const [first] = shown(mounted.dom, 'row');
    mounted.instance.setData({ 'chunk.rows[1].status': 'pending' });
    await settle();
    expect(texts(mounted.dom, 'badge')).toEqual(['已支付', '待支付', '已支付', '已支付', '已支付']);
    expect(shown(mounted.dom, 'row')[0]).toBe(first);
  });

  it('shows another chunk in the existing row elements', async () => {
    const mounted = mountChunk();
    const existing = shown(mounted.dom, 'row');
    mounted.set({ chunk: { top: 1520, rows: [row('x'), row('y')] } });
    await settle();
    expect(texts(mounted.dom, 'row__description')).toEqual(['payment x', 'payment y']);
    expect(texts(mounted.dom, 'month__title')).toEqual([]);
    expect(shown(mounted.dom, 'row')).toEqual(existing.slice(0, 2));
  });
});
