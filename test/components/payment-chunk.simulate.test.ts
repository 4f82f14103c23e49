import type { ChunkRow, ChunkView } from '../../miniprogram/components/payment-chunk/payment-chunk';
import { settle, shown, tap, texts } from './support/dom';
import { mount } from './support/mount';
import { WORDS } from './support/words';

const PLACE = 'components/payment-chunk/payment-chunk';

const row = (key: string, more: Partial<ChunkRow> = {}): ChunkRow => ({
  key,
  gateway: 'weixin',
  title: `payment ${key}`,
  time: '今天 14:32',
  amount: '¥1.00',
  ...more,
});
/** The end of one month, all of the next, the beginning of a third. */
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
const mountChunk = (view = chunk) =>
  mount(PLACE, { chunk: view, words: { ...WORDS, openMonths: '选择其他月份' } });

describe('payment-chunk', () => {
  it('shows its payments in the given order, under the headers of the months that begin there', () => {
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

  it('gives every row an id by which it can be found', () => {
    expect(mountChunk().attributes('#payment-c')).toMatchObject({ id: 'payment-c' });
  });

  it('rounds the corners where a month begins and ends, and there alone', () => {
    const { dom } = mountChunk();
    const cornered = (name: string) =>
      shown(dom, name).map((host) => texts(host, 'row__description')[0]);
    expect(cornered('chunk__first')).toEqual(['payment c', 'payment d']);
    expect(cornered('chunk__last')).toEqual(['payment b', 'payment c']);
  });

  it('passes on which payment was tapped', async () => {
    const mounted = mountChunk();
    const taps = mounted.events('tap-payment');
    await tap(shown(mounted.dom, 'row')[2] ?? mounted.dom);
    expect(taps).toEqual([{ key: 'c' }]);
  });

  it('passes on which month’s header was tapped', async () => {
    const mounted = mountChunk();
    const taps = mounted.events('tap-month');
    const [, september] = shown(mounted.dom, 'month__button');
    await tap(september ?? mounted.dom);
    expect(taps).toEqual([{ month: '2026年9月' }]);
  });

  it('changes one field of one row when only that is set', async () => {
    const mounted = mountChunk();
    const [first] = shown(mounted.dom, 'row');
    mounted.instance.setData({ 'chunk.rows[1].status': 'pending' });
    await settle();
    expect(texts(mounted.dom, 'badge')).toEqual(['已支付', '待支付', '已支付', '已支付', '已支付']);
    expect(shown(mounted.dom, 'row')[0]).toBe(first);
  });

  it('takes other payments in their place', async () => {
    const mounted = mountChunk();
    const made = shown(mounted.dom, 'row');
    mounted.set({ chunk: { top: 1520, rows: [row('x'), row('y')] } });
    await settle();
    expect(texts(mounted.dom, 'row__description')).toEqual(['payment x', 'payment y']);
    expect(texts(mounted.dom, 'month__title')).toEqual([]);
    expect(shown(mounted.dom, 'row')).toEqual(made.slice(0, 2));
  });
});
