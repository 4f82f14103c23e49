import { only, settle, shown, tap, texts } from '../../components/support/dom';
import { openHistory, type ShownHistory } from '../support/history';

/** A history of `total` payments with its first page on screen. */
async function openLoaded(total: number): Promise<ShownHistory> {
  const history = openHistory();
  await settle();
  await history.request(0).serve(total);
  return history;
}

describe('the menu of months', () => {
  const items = (history: ShownHistory) => texts(history.dom, 'months__name');
  const openMonths = async (history: ShownHistory) => {
    await tap(shown(history.dom, 'month__button')[0] ?? history.dom);
  };

  it('opens at a tap on a header with the loaded months, and closes at a tap beside it', async () => {
    const history = await openLoaded(95);
    await history.request(1).serve(95);
    expect(shown(history.dom, 'months')).toHaveLength(0);
    const before = history.patches.length;
    await openMonths(history);
    expect(history.patches.slice(before).map((patch) => Object.keys(patch))).toEqual([['menu']]);
    expect(items(history)).toEqual(['11月', '10月']);
    expect(texts(history.dom, 'months__count')).toEqual(texts(history.dom, 'month__count'));
    expect(texts(history.dom, 'months__item--current').join()).toContain('11月');
    await tap(only(history.dom, 'sheet__shade'));
    expect(shown(history.dom, 'months')).toHaveLength(0);
  });

  it('gets the months of a page that arrives while it is open, by paths', async () => {
    const history = await openLoaded(95);
    await openMonths(history);
    expect(items(history)).toEqual(['11月']);
    const before = history.patches.length;
    await history.request(1).serve(95);
    expect(items(history)).toEqual(['11月', '10月']);
    const paths = history.patches.slice(before).flatMap((patch) => Object.keys(patch));
    expect(paths.filter((path) => path.startsWith('menu')).sort()).toEqual([
      'menu.years[0].months[0].count',
      'menu.years[0].months[1]',
    ]);
  });

  it('scrolls to a month and draws its rows at once', async () => {
    const history = await openLoaded(95);
    for (let next = 1; next < 5; next += 1) {
      void history.element.loadMore();
      await settle();
      await history.request(next).serve(95);
    }
    await openMonths(history);
    expect(items(history)).toEqual(['11月', '10月', '9月', '8月']);
    const before = history.patches.length;
    await tap(shown(history.dom, 'months__item')[3] ?? history.dom);
    expect(history.patches.slice(before)).toHaveLength(1);
    expect(history.scrollTop()).toBe((23 + 31 + 30) * 76 + 3 * 44);
    expect(shown(history.dom, 'months')).toHaveLength(0);
    expect(texts(history.dom, 'month__title')).toContain('2026年8月');
    expect(texts(history.dom, 'row__description')).toContain('order 94');
  });
});

test('the way to a month stands also where the list has no rows', async () => {
  const history = openHistory();
  await settle();
  const jump = { title: '正在跳转到2020年2月', progress: '', percent: null, wait: '', failure: '' };
  const menu = { current: '', years: [], picker: null, jump: { ...jump, retry: '' } };
  for (const body of ['skeleton', 'nothing']) {
    history.element.setData({ body, menu });
    expect(texts(history.dom, 'sheet__title')).toEqual([jump.title]);
  }
});
