/** What a host app writes against the public API. Each `@ts-expect-error` stands above a mistake. */
import {
  ApiError,
  beijingTime,
  configurePaymentHistory,
  createCancellation,
  createHttpClient,
  createOrders,
  fixedToken,
  formatFen,
  isApiError,
  parseYuan,
  paymentDetailOf,
  paymentHistoryOf,
  paymentStatisticsOf,
  sdkSession,
  silentLogin,
  type Gateway,
  type GatewayType,
  type OpenPaymentDetail,
  type Order,
  type PaymentHistoryElement,
  type PaymentHistoryEvent,
  type PaymentHistorySettings,
  type PaymentOutcome,
  type RefundStatus,
} from 'hydrogen-payment-history';
import { netOf } from 'hydrogen-payment-history/domain/net-total';
import {
  paymentNumbersFromRoute,
  paymentUrl,
} from 'hydrogen-payment-history/features/shared/route';
import { History, until, type RowOnScreen } from 'hydrogen-payment-history/testing';
import { bankOf } from 'hydrogen-payment-history/texts/bank-names';
import { currencyName } from 'hydrogen-payment-history/texts/currency-names';
// @ts-expect-error A module that is not public.
import type { Paging } from 'hydrogen-payment-history/state/paging/paging';

/** Compiles only where the two types are the same. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => undefined;

const connection = { host: 'https://abc.myminapp.com', clientId: 'abc' };

export type Private = Paging;

// Settings.
configurePaymentHistory(connection);
configurePaymentHistory({
  ...connection,
  session: fixedToken(
    () => 'token',
    () => 7,
  ),
});
configurePaymentHistory({ ...connection, language: 'zh-TW', texts: { 'zh-TW': { title: '' } } });
// @ts-expect-error The client id is missing.
configurePaymentHistory({ host: connection.host });
// @ts-expect-error A setting that does not exist.
configurePaymentHistory({ ...connection, clientID: 'abc' });
// @ts-expect-error A text that does not exist.
configurePaymentHistory({ ...connection, texts: { en: { titel: '' } } });
// @ts-expect-error A checkout says how the payment ended.
configurePaymentHistory({ ...connection, checkOut: () => Promise.resolve() });
const settings: PaymentHistorySettings = { ...connection, timeoutMs: 5000 };
// @ts-expect-error Settings are not changed after they were given.
settings.timeoutMs = 1;

// Sessions.
silentLogin(connection);
sdkSession({
  auth: { loginWithWechat: () => Promise.resolve() },
  clearSession: () => undefined,
  getAuthToken: () => 'token',
});
// @ts-expect-error minapp-sdk without a way to sign in.
sdkSession({ clearSession: () => undefined, getAuthToken: () => 'token' });
// @ts-expect-error A token is text.
fixedToken(42);

// The order service.
export async function read(): Promise<void> {
  const orders = createOrders(
    createHttpClient({ ...connection, session: silentLogin(connection) }),
  );
  const { cancel, signal } = createCancellation();
  const page = await orders.list({ status: 'success', refund: 'partial', limit: 5 }, signal);
  cancel();
  same<typeof page.totalCount, number | null>(true);
  // @ts-expect-error A status that the API does not have.
  await orders.list({ status: 'paid' });
  // @ts-expect-error 'unknown' names values that this version does not know; it is no filter.
  await orders.list({ refund: 'unknown' });
  // @ts-expect-error A filter needs the exact gateway type.
  await orders.list({ gatewayType: 'weixin' });
  const exact: GatewayType = 'weixin_tenpay';
  await orders.list({ gatewayType: exact });
  await orders.get({ tradeNo: '1' });
  // @ts-expect-error A payment is found by one of its numbers.
  await orders.get({});
  for await (const order of orders.all({}, { max: 100 })) {
    same<typeof order, Order>(true);
    same<typeof order.amountFen, number | null>(true);
    // @ts-expect-error The amount may be unreadable.
    order.amountFen.toFixed();
    // @ts-expect-error Orders are read-only.
    order.status = 'failed';
    netOf(order);
  }
}

// A new value of a union has to appear here.
same<Gateway, 'weixin' | 'alipay' | 'qpay' | 'baidu' | 'bytedance' | 'unknown'>(true);
same<RefundStatus, 'none' | 'partial' | 'complete' | 'failed' | 'unknown'>(true);
same<PaymentOutcome, 'paid' | 'unknown'>(true);

// Errors.
export function advice(error: unknown): string {
  // @ts-expect-error It is not known yet to be an ApiError.
  if (error.kind === 'network') return 'network';
  if (!isApiError(error)) return 'unexpected';
  same<typeof error, ApiError>(true);
  // @ts-expect-error A kind that does not exist.
  if (error.kind === 'offline') return 'offline';
  return error.kind;
}

// Money and time.
same<ReturnType<typeof parseYuan>, number | null>(true);
formatFen(1990, 'CNY').trim();
// @ts-expect-error Fen are a number.
formatFen('1990');
beijingTime(0).year.toFixed();
currencyName('CNY', 'zh-CN').trim();
bankOf('CMB_DEBIT');

// Elements and events.
export function onEvent(event: PaymentHistoryEvent): number {
  if (event.name === 'list-read') return event.payments;
  // @ts-expect-error Only `list-read` counts payments.
  return event.payments;
}
const owner = { selectComponent: (selector: string): unknown => selector };
const history: PaymentHistoryElement | null = paymentHistoryOf(owner, '#history');
void history?.refresh('pull');
// @ts-expect-error The element may be missing.
void history.refresh();
// @ts-expect-error A reason that does not exist.
void history?.refresh('push');
void paymentDetailOf(owner, '#detail')?.refreshPayment('1', 'paid');
void paymentStatisticsOf(owner, '#statistics')?.refresh();

// Routes.
const payment: OpenPaymentDetail = { transactionNo: '1' };
paymentUrl('/pages/payment/payment', payment).trim();
paymentNumbersFromRoute({ trade_no: '1', other: undefined }).tradeNo.trim();

// The testing kit.
export async function drive(miniProgram: ConstructorParameters<typeof History>[0]['miniProgram']) {
  const rows = await new History({ miniProgram }).rows();
  same<typeof rows, RowOnScreen[]>(true);
  // @ts-expect-error `until` has to return what was reached.
  await until('a row', () => 1);
}
