import path from 'node:path';
import type * as configuration from '../../miniprogram/configure';
import { only, settle, shown, tap, texts } from '../components/support/dom';
import { DIST, mount } from '../components/support/mount';
import { configure } from './support/configure';
import { openDetail } from './support/detail';
import { openHistory } from './support/history';
import { manualRequests, noon, wireBody, wireOrder, wirePage } from './support/manual-requests';

const pending = (nth: number) =>
  wireOrder(nth, { status: 'pending', paid_at: null, created_at: noon('2026-11-23') - 60 });
const configured = () =>
  jest.requireActual<typeof configuration>(path.join(DIST, 'configure.js')).paymentHistory();

/** A session whose user the test changes. */
function sessionOfUsers() {
  const listeners: (() => void)[] = [];
  return {
    signIn: () => listeners.forEach((listener) => listener()),
    session: {
      token: () => Promise.resolve('token'),
      drop: () => undefined,
      onUserChange(listener: () => void) {
        listeners.push(listener);
        return () => undefined;
      },
    },
  };
}

it('two taps on the actions of a row open one sheet and send one event', async () => {
  const answers: ((chosen: { tapIndex: number }) => void)[] = [];
  const history = openHistory({}, { actions: [{ key: 'cancel', text: 'Cancel the order' }] });
  Object.assign(wx, { showActionSheet: () => new Promise((resolve) => answers.push(resolve)) });
  const events = history.events('action');
  await settle();
  await history.request(0).answer(wirePage(0, 1, 1));
  await tap(only(history.dom, 'more__dots'));
  await tap(only(history.dom, 'more__dots'));
  expect(answers).toHaveLength(1);
  answers[0]?.({ tapIndex: 0 });
  await settle();
  expect(events).toHaveLength(1);
  await tap(only(history.dom, 'more__dots'));
  expect(answers).toHaveLength(2);
});

it('a search that finds a payment without a number of its own says so', async () => {
  const history = openHistory({}, { canOpen: true });
  const toasts: string[] = [];
  Object.assign(wx, { showToast: ({ title }: { title: string }) => void toasts.push(title) });
  await settle();
  const number = '4200002345202611231234567890';
  const info = { wechat_response: { transaction_id: number } };
  const row = { transaction_no: null, trade_no: null, gateway_extra_info: info };
  await history.request(0).answer(wireBody([wireOrder(0, row)]));
  const { element } = history as unknown as { element: { onFind(event: object): void } };
  element.onFind({ detail: { what: 'search', text: number } });
  await settle();
  expect(toasts).toEqual(['这笔支付没有单号，无法查看详情']);
});

it('a tap on a row that opens nothing is not reported as an opened payment', async () => {
  const seen: string[] = [];
  const history = openHistory({ onEvent: ({ name }) => void seen.push(name) }, {});
  await settle();
  await history.request(0).answer(wirePage(0, 2, 2));
  await tap(shown(history.dom, 'row')[0] ?? history.dom);
  await settle();
  expect(seen).toContain('list-read');
  expect(seen).not.toContain('payment-opened');
});

it('the open filter sheet of a former user is closed', async () => {
  const { session, signIn } = sessionOfUsers();
  const wire = manualRequests(settle);
  const { dom } = mount('features/payment-history/payment-history', { canOpen: true }, () =>
    configure(wire.send, { session }),
  );
  await settle();
  await wire.request(0).answer(wirePage(0, 2, 2));
  await tap(only(dom, 'search__filter'));
  expect(shown(dom, 'sheet__panel')).toHaveLength(1);
  signIn();
  await settle();
  expect(shown(dom, 'sheet__panel')).toHaveLength(0);
  await wire.request(1).answer(wirePage(0, 2, 2));
  await tap(only(dom, 'search__filter'));
  expect(shown(dom, 'sheet__panel')).toHaveLength(1);
});

it('a payment that is no longer on its page is not continued there', async () => {
  const detail = openDetail({ properties: { transactionNo: 'T0', canContinue: true } });
  const events = detail.events('continue-payment');
  await settle();
  await detail.request(0).answer(pending(0));
  // It is read again before it is paid.
  void configured().pendingPayments.settle('T0', 'unknown');
  await settle();
  await detail.request(1).answer(pending(0));
  await tap(only(detail.dom, 'detail__action--open'));
  detail.set({ transactionNo: 'T5' });
  await settle();
  await detail.request(2).answer(pending(0));
  await settle();
  expect(events).toEqual([]);
  expect(configured().pendingPayments.isPaying('T0')).toBe(false);
});

it('the statistics of another user begin with this year', async () => {
  const { session, signIn } = sessionOfUsers();
  const wire = manualRequests(settle);
  const { dom } = mount('features/payment-statistics/payment-statistics', {}, () =>
    configure(wire.send, { session }),
  );
  await settle();
  await wire.request(0).answer(wireBody([wireOrder(0), wireOrder(700)]));
  const earlier = shown(dom, 'tabs__tab').find(({ textContent }) => textContent.includes('2024'));
  if (earlier) await tap(earlier);
  const before = texts(dom, 'tabs__tab--selected');
  signIn();
  await settle();
  await wire.request(1).answer(wireBody([wireOrder(0)]));
  expect(before).not.toEqual(['2026年']);
  expect(texts(dom, 'tabs__tab--selected')).toEqual(['2026年']);
});
