import { only, settle, shown, tap, texts } from '../../components/support/dom';
import { until } from '../../../testing/until';
import { openHistory, type ShownHistory } from '../support/history';
import { wireOrder, wirePage, wireBody } from '../support/manual-requests';

const NUMBER = '4200002345202611231234567890';
const phase = (history: ShownHistory) => history.element.data['phase'];
const orders = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `order ${from + index}`);
const descriptions = (history: ShownHistory) => texts(history.dom, 'row__description');

/** A history of `total` payments with its first page on screen. */
async function openLoaded(total: number, language?: 'zh-CN' | 'en'): Promise<ShownHistory> {
  const history = openHistory(language && { language });
  await settle();
  await history.request(0).serve(total);
  return history;
}

describe('the first load', () => {
  it('requests the newest twenty, with the shape of rows on screen', async () => {
    const history = openHistory();
    await settle();
    expect(history.requests).toHaveLength(1);
    expect(history.request(0).query).toEqual({
      limit: '20',
      offset: '0',
      order_by: '-created_at',
    });
    expect(phase(history)).toBe('loading');
    expect(shown(history.dom, 'skeleton__row')).toHaveLength(9);
  });

  it('shows payments in months, in words', async () => {
    const history = openHistory();
    await settle();
    await history
      .request(0)
      .answer(
        wireBody([
          wireOrder(0, { total_cost: '398.00', status: 'pending', gateway_type: 'alipay' }),
          wireOrder(3, { total_cost: 1234567.89, refund_status: 'complete' }),
          wireOrder(30, { refund_status: 'partial', merchandise_description: '门店饮品券' }),
        ]),
      );
    expect(shown(history.dom, 'skeleton__row')).toHaveLength(0);
    expect(texts(history.dom, 'month__title')).toEqual(['2026年11月', '2026年10月']);
    expect(texts(history.dom, 'month__count')).toEqual([
      '2 笔 · 支出 ¥0.00',
      '1 笔 · 支出不超过 ¥31.00',
    ]);
    expect(texts(history.dom, 'row__mark')).toEqual(['支', '微', '微']);
    expect(texts(history.dom, 'row__time')).toEqual([
      '今天 12:00',
      '11月20日 12:00',
      '10月24日 12:00',
    ]);
    expect(texts(history.dom, 'row__amount')).toEqual(['¥398.00', '¥1,234,567.89', '¥31.00']);
    expect(texts(history.dom, 'row__badges')).toEqual(['待支付', '已支付已退款', '已支付部分退款']);
    expect(descriptions(history)[2]).toBe('门店饮品券');
    expect(texts(history.dom, 'footer')).toEqual(['没有更多了']);
    expect(phase(history)).toBe('ready');
  });

  it('says that there are no payments yet', async () => {
    const history = await openLoaded(0);
    expect(texts(history.dom, 'notice__title')).toEqual(['还没有支付记录']);
    expect(shown(history.dom, 'van-button')).toHaveLength(0);
    expect(shown(history.dom, 'history__list')).toHaveLength(0);
  });

  it.each([
    ['network', '连不上网络', (history: ShownHistory) => history.request(0).fail('request:fail')],
    ['500', '服务暂时异常', (history: ShownHistory) => history.request(0).answer({}, 500)],
    ['400', '服务无法处理请求', (history: ShownHistory) => history.request(0).answer({}, 400)],
    ['garbage', '数据异常，无法显示', (history: ShownHistory) => history.request(0).answer('?')],
  ])('says what happened on %s, and a retry loads the list', async (_, happened, goWrong) => {
    const history = openHistory();
    await settle();
    await goWrong(history);
    expect(phase(history)).toBe('failed');
    expect(texts(history.dom, 'notice__title')).toEqual([happened]);
    expect(texts(history.dom, 'notice__advice')[0]).not.toBe('');
    await tap(only(history.dom, 'van-button'));
    expect(shown(history.dom, 'skeleton__row')).toHaveLength(9);
    await history.request(1).answer(wirePage(0, 2, 2));
    expect(descriptions(history)).toEqual(orders(0, 2));
    expect(shown(history.dom, 'notice')).toHaveLength(0);
  });

  it('is in English when the app is', async () => {
    const history = await openLoaded(2, 'en');
    expect(texts(history.dom, 'month__title')).toEqual(['Nov 2026']);
    expect(texts(history.dom, 'row__time')).toEqual(['Today 12:00', 'Nov 22 12:00']);
    expect(texts(history.dom, 'badge')).toEqual(['Paid', 'Paid']);
    expect(texts(history.dom, 'footer')).toEqual(['No more payments']);
  });
});

describe('scrolling', () => {
  it('has some screens ready below the visible one, and no more', async () => {
    const history = await openLoaded(300);
    expect(texts(history.dom, 'footer')).toEqual(['正在加载更多']);
    await history.request(1).serve(300);
    await history.request(2).serve(300);
    expect(history.requests).toHaveLength(3);
    await history.scrollTo(400);
    expect(history.requests).toHaveLength(3);
    await history.scrollTo(1800);
    expect(history.requests).toHaveLength(4);
  });

  it('requests a page only at the end of the loaded rows when the prefetch is off', async () => {
    const history = openHistory({ prefetch: false });
    await settle();
    await history.request(0).serve(300);
    await history.scrollTo(400);
    expect(history.requests).toHaveLength(1);
    await history.scrollTo(20 * 76 + 44 - 844 + 30);
    expect(history.requests).toHaveLength(2);
    await history.request(1).serve(300);
    expect(history.requests).toHaveLength(2);
  });

  it('shows every payment once, to the last, and then requests no more', async () => {
    const history = await openLoaded(95);
    const seen = new Set(descriptions(history));
    const months = new Map<string, string>();
    let answered = 1;
    for (let top = 0; top < 95 * 76; top += 700) {
      await history.scrollTo(top);
      for (; answered < history.requests.length; answered += 1) {
        await history.request(answered).serve(95);
      }
      const rows = descriptions(history);
      expect(new Set(rows).size).toBe(rows.length);
      expect(rows.length).toBeLessThanOrEqual(60);
      rows.forEach((row) => seen.add(row));
      const counts = texts(history.dom, 'month__count');
      texts(history.dom, 'month__title').forEach((title, nth) =>
        months.set(title, counts[nth] ?? ''),
      );
    }
    expect([...seen]).toEqual(orders(0, 95));
    expect([...months.values()]).toEqual([
      '23 笔 · 支出 ¥276.00',
      '31 笔 · 支出 ¥1,209.00',
      '30 笔 · 支出 ¥2,085.00',
      '11 笔 · 支出 ¥990.00',
    ]);
    expect(texts(history.dom, 'footer')).toEqual(['没有更多了']);
    const { length } = history.requests;
    await history.scrollTo(9000);
    expect(history.requests).toHaveLength(length);
  });

  it('shows the rows where a jump ends, in list order when the scrolling rests', async () => {
    const history = await openLoaded(95);
    for (let next = 1; next < history.requests.length; next += 1) {
      await history.scrollTo(next * 1520);
      await history.request(next).serve(95);
    }
    for (const top of [0, 6000, 3000, 0]) {
      await history.scrollTo(top);
      const rows = await until('list order', () => {
        const drawn = descriptions(history);
        const newest = Number(/\d+/.exec(drawn[0] ?? '')?.[0]);
        const inOrder = orders(newest, drawn.length);
        return Promise.resolve(drawn.join() === inOrder.join() && drawn);
      });
      const first = Number(/\d+/.exec(rows[0] ?? '')?.[0]);
      expect(first).toBeLessThanOrEqual(top / 76);
      expect(first + rows.length).toBeGreaterThanOrEqual(Math.min(95, (top + 844) / 90));
    }
  });

  it('offers the way back to the top only far from it', async () => {
    const history = await openLoaded(95);
    expect(shown(history.dom, 'back')).toHaveLength(0);
    for (let next = 1; next < history.requests.length; next += 1) {
      await history.scrollTo(next * 1520);
      await history.request(next).serve(95);
    }
    expect(shown(history.dom, 'back')).toHaveLength(1);
    await history.scrollTo(0);
    expect(shown(history.dom, 'back')).toHaveLength(0);
  });

  it('sends an appended page in one setData, by paths, and nothing of the other rows', async () => {
    const history = await openLoaded(95);
    const before = history.patches.length;
    await history.request(1).serve(95);
    const [patch, ...others] = history.patches.slice(before);
    expect(others).toEqual([]);
    expect(Object.keys(patch ?? {}).sort()).toEqual([
      'height',
      'order[2]',
      'order[3]',
      'slots[0].rows[0].month.count',
      'slots[0].rows[0].month.height',
      'slots[1].rows[9].ends',
      'slots[2]',
      'slots[3]',
      'to',
    ]);
  });

  it('stops after a failed page, keeps the rows, and a retry requests the same page', async () => {
    const history = await openLoaded(40);
    await history.request(1).fail('request:fail timeout');
    expect(phase(history)).toBe('append-failed');
    expect(descriptions(history)).toEqual(orders(0, 20));
    expect(texts(history.dom, 'notice__title')).toEqual(['加载失败：网络超时']);
    await tap(only(history.dom, 'notice__action'));
    expect(history.request(2).query).toEqual(history.request(1).query);
    await history.request(2).serve(40);
    for (let next = 3; next < history.requests.length; next += 1) {
      await history.request(next).serve(40);
    }
    expect(descriptions(history)).toEqual(orders(0, 40));
  });

  it('requests nothing by itself after a failure, even at the end of the rows', async () => {
    const history = await openLoaded(40);
    await history.request(1).answer({}, 502);
    await history.scrollTo(0);
    await history.scrollTo(1500);
    expect(history.requests).toHaveLength(2);
    void history.element.refresh();
    await settle();
    await history.request(2).fail('request:fail');
    await history.scrollTo(0);
    expect(history.requests).toHaveLength(3);
  });

  it('joins the request of the app with a running one', async () => {
    const history = await openLoaded(95);
    void history.element.loadMore();
    await settle();
    expect(history.requests).toHaveLength(2);
  });
});

describe('refreshing', () => {
  it('keeps the list until the new one is there', async () => {
    const history = await openLoaded(2);
    const refreshed = history.element.refresh();
    await settle();
    expect(phase(history)).toBe('refreshing');
    expect(descriptions(history)).toEqual(orders(0, 2));
    await history.request(1).answer(wirePage(0, 3, 3));
    await refreshed;
    expect(descriptions(history)).toEqual(orders(0, 3));
  });

  it('sends nothing when nothing has changed', async () => {
    const history = await openLoaded(2);
    const before = history.patches.length;
    const refreshed = history.element.refresh();
    await settle();
    await history.request(1).serve(2);
    await refreshed;
    await settle();
    expect(history.patches.slice(before)).toEqual([]);
  });

  it('sends one field and the total of its month when one payment has changed', async () => {
    const history = await openLoaded(2);
    const before = history.patches.length;
    const refreshed = history.element.refresh();
    await settle();
    const changed = wireOrder(1, { status: 'failed' });
    await history.request(1).answer({ ...wirePage(0, 2, 2), objects: [wireOrder(0), changed] });
    await refreshed;
    await settle();
    expect(history.patches.slice(before)).toEqual([
      {
        'slots[0].rows[0].month.count': '2 笔 · 支出 ¥1.00',
        'slots[0].rows[1].status': 'failed',
      },
    ]);
  });

  it('shows its failure above the list, and a retry refreshes', async () => {
    const history = await openLoaded(2);
    void history.element.refresh();
    await settle();
    await history.request(1).fail('request:fail');
    expect(texts(history.dom, 'notice__title')).toEqual(['刷新失败：连不上网络']);
    expect(shown(history.dom, 'notice--inline')).toHaveLength(1);
    expect(descriptions(history)).toEqual(orders(0, 2));
    await tap(only(history.dom, 'van-button'));
    expect(texts(history.dom, 'footer')).toEqual(['正在加载支付记录', '没有更多了']);
    await history.request(2).answer(wirePage(0, 3, 3));
    expect(texts(history.dom, 'footer')).toEqual(['没有更多了']);
    expect(shown(history.dom, 'notice')).toHaveLength(0);
    expect(descriptions(history)).toEqual(orders(0, 3));
  });

  it('sends nothing when nothing has changed in a list of two pages', async () => {
    const history = await openLoaded(40);
    await history.request(1).serve(40);
    const before = history.patches.length;
    const refreshed = history.element.refresh();
    await settle();
    await history.request(2).serve(40);
    await refreshed;
    await settle();
    expect(history.patches.slice(before)).toEqual([]);
  });

  it('drops a page that arrives too late', async () => {
    const history = await openLoaded(95);
    void history.element.refresh();
    await settle();
    expect(history.request(1).aborted).toBe(true);
    await history.request(2).answer(wirePage(0, 2, 2));
    await history.request(1).answer(wirePage(20, 20, 95));
    expect(descriptions(history)).toEqual(orders(0, 2));
  });

  it('of an empty history shows new payments, or the failure', async () => {
    const history = await openLoaded(0);
    void history.element.refresh();
    await settle();
    expect(texts(history.dom, 'notice__title')).toEqual(['还没有支付记录']);
    await history.request(1).fail('request:fail');
    expect(texts(history.dom, 'notice__title')).toEqual(['刷新失败：连不上网络']);
    void history.element.retry();
    await settle();
    await history.request(2).answer(wirePage(0, 1, 1));
    expect(descriptions(history)).toEqual(orders(0, 1));
  });
});

describe('while the page is hidden', () => {
  it('nothing is sent, and everything in one setData afterwards', async () => {
    const history = await openLoaded(95);
    const before = history.patches.length;
    history.setHidden(true);
    await history.request(1).serve(95);
    expect(history.patches).toHaveLength(before);
    expect(phase(history)).toBe('ready');
    history.setHidden(false);
    await settle();
    expect(history.patches).toHaveLength(before + 1);
    expect(descriptions(history)).toEqual(orders(0, 40));
  });
});

describe('events and lifecycle', () => {
  it('triggers an event for a tapped payment', async () => {
    const history = await openLoaded(2);
    const taps = history.events('tapPayment');
    await tap(shown(history.dom, 'row')[1] ?? history.dom);
    expect(taps).toEqual([{ key: 'T1' }]);
  });

  it('cancels its request when the page is left, and sends nothing more', async () => {
    const history = openHistory();
    await settle();
    history.leave();
    expect(history.request(0).aborted).toBe(true);
    const before = history.patches.length;
    await history.request(0).answer(wirePage(0, 2, 2));
    expect(history.patches).toHaveLength(before);
    await Promise.all([history.element.refresh(), history.element.loadMore()]);
    expect(history.requests).toHaveLength(1);
  });
});

describe('finding', () => {
  const find = (history: ShownHistory, request: object) => {
    (history.element as unknown as { onFind(event: object): void }).onFind({ detail: request });
    return settle();
  };

  it('opens the payment whose number was searched for', async () => {
    const history = await openLoaded(2);
    const opened = history.events('open-payment');
    await find(history, { what: 'search', text: 'M1' });
    expect(opened).toEqual([{ transactionNo: 'T1' }]);
  });

  it('requests both numbers before it reports an unknown one', async () => {
    const history = await openLoaded(2);
    const opened = history.events('open-payment');
    await find(history, { what: 'search', text: NUMBER });
    await history.request(1).answer({ error_msg: 'not found' }, 404);
    await history.request(2).answer(wirePage(0, 0, 0));
    expect(history.request(2).query['transaction_no']).toBe(NUMBER);
    await history.request(3).answer(wirePage(0, 0, 0));
    expect(history.request(3).query['trade_no']).toBe(NUMBER);
    expect(texts(history.dom, 'notice__title')).toEqual(['没有找到这个单号的支付记录', '没有找到']);
    expect(opened).toEqual([]);
  });

  it.each([
    ['the page was left', (history: ShownHistory) => history.leave()],
    ['another user signed in', (_: ShownHistory, signIn: () => void) => signIn()],
  ])('opens nothing whose number was searched for before %s', async (_, happens) => {
    let signIn: () => void = () => undefined;
    const history = openHistory({
      session: {
        token: () => Promise.resolve('token'),
        drop: () => undefined,
        onUserChange(listener) {
          const before = signIn;
          signIn = () => (before(), listener());
          return () => undefined;
        },
      },
    });
    const opened = history.events('open-payment');
    await settle();
    await history.request(0).serve(2);
    await find(history, { what: 'search', text: NUMBER });
    happens(history, signIn);
    await history.request(1).answer(wireOrder(5, { transaction_no: NUMBER }));
    expect(opened).toEqual([]);
  });

  it('requests another list at once, and shows it from its top', async () => {
    const history = await openLoaded(1000);
    const asked = history.requests.length;
    await find(history, { what: 'tab', tab: 'pending' });
    expect(shown(history.dom, 'skeleton__row')).toHaveLength(9);
    const request = history.request(asked);
    expect(request.query).toMatchObject({ status: 'pending', offset: '0' });
    await request.answer(wireBody([wireOrder(5, { status: 'pending' })]));
    expect(descriptions(history)).toEqual(['order 5']);
  });

  it('searches the loaded payments until the person continues', async () => {
    const history = await openLoaded(95);
    const asked = history.requests.length;
    await find(history, { what: 'search', text: '3' });
    expect(descriptions(history)).toEqual(['order 3', 'order 13']);
    // Pages that were requested before the search are searched too.
    for (let number = 1; number < asked; number += 1) await history.request(number).serve(95);
    expect(descriptions(history).every((text) => text.includes('3'))).toBe(true);
    expect(texts(history.dom, 'find__note')[0]).toMatch(
      /^已加载的 \d+ 笔（最早到.+）中找到 \d+ 笔$/,
    );
    await history.scrollTo(2000);
    expect(history.requests).toHaveLength(asked);
    expect(texts(history.dom, 'van-button__text')).toEqual(['继续往前找']);
  });
});
