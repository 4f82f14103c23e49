import type { PaymentHistoryEvent } from '../../miniprogram/elements';
import { only, settle, shown, tap, texts } from '../components/support/dom';
import { configure } from './support/configure';
import { openDetail } from './support/detail';
import { openHistory } from './support/history';
import { wireBody, wireOrder } from './support/manual-requests';

const pending = wireOrder(0, { status: 'pending', paid_at: null });
const WAITING = '等待支付';

describe('the bare history', () => {
  it('offers neither to continue nor to open a payment', async () => {
    const history = openHistory({}, {});
    await settle();
    const nameless = { ...pending, transaction_no: null, trade_no: null };
    await history.request(0).answer(wireBody([nameless]));
    expect(shown(history.dom, 'pay')).toEqual([]);
    expect(texts(history.dom, 'row__status')).toEqual(['待支付']);
    const toasts: unknown[] = [];
    Object.assign(wx, { showToast: ({ title }: { title: string }) => toasts.push(title) });
    await tap(only(history.dom, 'row'));
    expect(toasts).toEqual([]);
  });

  it('offers to continue as soon as its page says that it can', async () => {
    const history = openHistory({}, {});
    await settle();
    await history.request(0).answer(wireBody([pending]));
    history.element.setData({ canContinue: true });
    await settle();
    expect(texts(history.dom, 'pay__button')).toEqual(['继续支付']);
  });
});

describe('a tap on a payment', () => {
  it('opens the page that the host names, once', async () => {
    const history = openHistory({}, { detailPage: '/pages/own/own' });
    const opened = history.events('open-payment');
    const urls: string[] = [];
    Object.assign(wx, { navigateTo: ({ url }: { url: string }) => urls.push(url) });
    await settle();
    await history.request(0).answer(wireBody([wireOrder(0)]));
    await tap(only(history.dom, 'row'));
    await tap(only(history.dom, 'row'));
    expect(urls).toEqual(['/pages/own/own?transaction_no=T0']);
    expect(opened).toEqual([]);
    history.setHidden(true);
    history.setHidden(false);
    await tap(only(history.dom, 'row'));
    expect(urls).toHaveLength(2);
  });

  it('shows nothing where that page does not exist, and can be repeated', async () => {
    const history = openHistory({}, { detailPage: '/pages/none/none' });
    let attempts = 0;
    const refuse = ({ fail }: { fail: () => void }) => {
      attempts += 1;
      fail();
    };
    Object.assign(wx, { navigateTo: refuse, redirectTo: refuse });
    await settle();
    await history.request(0).answer(wireBody([wireOrder(0)]));
    await tap(only(history.dom, 'row'));
    await tap(only(history.dom, 'row'));
    expect(attempts).toBe(4);
  });

  it('sends its event under both names', async () => {
    const history = openHistory();
    const events = ['open-payment', 'openPayment'].map((name) => history.events(name));
    await settle();
    await history.request(0).answer(wireBody([wireOrder(0)]));
    await tap(only(history.dom, 'row'));
    expect(events).toEqual([[{ transactionNo: 'T0' }], [{ transactionNo: 'T0' }]]);
  });
});

describe('the setting checkOut', () => {
  it.each([
    ['paid', () => Promise.resolve('paid' as const)],
    ['cancelled', () => Promise.reject(new Error('requestPayment:fail cancel'))],
  ])('makes a payment of the list, which is read when it is %s', async (_, checkOut) => {
    const paid: unknown[] = [];
    const history = openHistory(
      {
        checkOut(payment) {
          paid.push(payment);
          return checkOut();
        },
      },
      {},
    );
    const events = history.events('continue-payment');
    await settle();
    await history.request(0).answer(wireBody([pending]));
    await tap(only(history.dom, 'pay'));
    await settle();
    await history.request(1).answer(wireOrder(0));
    await settle();
    expect(texts(history.dom, 'row__status')).toEqual(['已支付']);
    expect([paid, events]).toEqual([[{ transactionNo: 'T0', tradeNo: 'M0', ageSeconds: 0 }], []]);
  });
});

describe('a page that configures the module again', () => {
  it('does not take the payments of the tag that is open', async () => {
    const history = openHistory({ checkOut: () => Promise.resolve('paid') }, {});
    await settle();
    await history.request(0).answer(wireBody([pending]));
    configure(() => undefined, {});
    await tap(only(history.dom, 'pay'));
    await settle();
    await history.request(1).answer(wireOrder(0));
    await settle();
    expect(texts(history.dom, 'row__status')).toEqual(['已支付']);
  });

  it('does not take the page of a payment', async () => {
    const properties = { transactionNo: 'T0', canContinue: false };
    const settings = { checkOut: () => Promise.resolve('paid' as const) };
    const detail = openDetail({ properties, settings });
    await settle();
    await detail.request(0).answer(pending);
    configure(() => undefined, {});
    await tap(only(detail.dom, 'detail__action--open'));
    await settle();
    await detail.request(1).answer(wireOrder(0));
    await settle();
    expect(detail.dom.textContent).toContain('已支付');
  });
});

describe('the bare page of a payment', () => {
  it('says where a pending payment can be made, and has no button for it', async () => {
    const properties = { transactionNo: 'T0', canContinue: false };
    const detail = openDetail({ properties });
    await settle();
    await detail.request(0).answer(pending);
    expect(texts(detail.dom, 'timeline__title')).toContain(WAITING);
    expect(detail.dom.textContent).toContain('不能在这里支付');
    expect(detail.dom.textContent).not.toContain('继续支付');
    detail.set({ canContinue: true });
    await settle();
    expect(detail.dom.textContent).toContain('继续支付');
  });
});

describe('the setting onEvent', () => {
  it('learns what happens', async () => {
    const events: PaymentHistoryEvent[] = [];
    const history = openHistory({ onEvent: (event) => void events.push(event) });
    await settle();
    await history.request(0).answer({}, 500);
    void history.element.retry();
    await settle();
    await history.request(1).answer(wireBody([pending]));
    await tap(only(history.dom, 'pay'));
    await tap(only(history.dom, 'row'));
    await settle();
    expect(events).toEqual([
      { name: 'list-failed', error: 'server' },
      { name: 'list-read', payments: 1, isComplete: true },
      { name: 'payment-continued' },
      { name: 'payment-opened' },
    ]);
  });
});

describe('a copy that WeChat refuses', () => {
  const copyWith = async (errMsg: string) => {
    const report = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const detail = openDetail({ properties: { transactionNo: 'T0' } });
    const toasts: string[] = [];
    Object.assign(wx, {
      getAccountInfoSync: () => ({ miniProgram: { envVersion: 'develop' } }),
      showToast: ({ title }: { title: string }) => toasts.push(title),
      setClipboardData: ({ fail }: { fail: (failure: object) => void }) => fail({ errMsg }),
    });
    await settle();
    await detail.request(0).answer(wireOrder(0));
    for (const button of shown(detail.dom, 'facts__copy')) await tap(button);
    const lines = report.mock.calls.flat();
    report.mockRestore();
    return { lines, toasts };
  };
  const TOAST = '复制失败，请长按单号复制';

  it('names the missing privacy declaration, once', async () => {
    const { lines, toasts } = await copyWith(
      'setClipboardData:fail api scope is not declared in the privacy agreement',
    );
    expect(lines).toEqual([expect.stringContaining('The clipboard is missing')]);
    expect(toasts).toEqual([TOAST, TOAST]);
  });

  it('says nothing of it for another reason', async () => {
    const { lines, toasts } = await copyWith('setClipboardData:fail');
    expect([lines, toasts]).toEqual([[], [TOAST, TOAST]]);
  });
});
