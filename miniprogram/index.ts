/**
 * The public API of the package. Host apps rely on what this file exports, and on the sub-paths that
 * `exports` in package.json names; everything else may change in any version.
 *
 * @packageDocumentation
 */
export { configurePaymentHistory } from './configure';
export type { CustomerService, Language, PaymentHistorySettings, TextOverrides } from './configure';

export type { Texts } from './texts/types';

export { createCancellation } from './core/cancellation';
export type { Cancellation, CancelSignal } from './core/cancellation';

export { paymentDetailOf, paymentHistoryOf, paymentStatisticsOf } from './elements';
export type {
  ActionDetail,
  ContactDetail,
  ContinuePaymentDetail,
  ElementOwner,
  OpenMonthDetail,
  OpenPaymentDetail,
  PaymentAction,
  PaymentDetailElement,
  PaymentHistoryElement,
  PaymentHistoryEvent,
  PaymentState,
  PaymentStatisticsElement,
  RequestInvoiceDetail,
} from './elements';

export { formatFen, parseYuan } from './domain/money';
export { beijingTime } from './domain/time';
export type { BeijingTime } from './domain/time';
export type {
  Gateway,
  Order,
  OrderStatus,
  Refund,
  RefundState,
  RefundStatus,
  WechatPayment,
} from './domain/order';

export { ApiError, isApiError } from './services/api-error';
export type { ApiErrorFacts, ApiErrorKind } from './services/api-error';
export { createHttpClient } from './services/http/client';
export type { HttpClient, HttpClientOptions } from './services/http/client';
export type { ServerTime } from './core/server-clock';
export type { Connection } from './services/http/send';
export type { Transport, WireAnswer, WireRequest } from './services/http/transport';
export { createOrders } from './services/orders/orders';
export type {
  AllOptions,
  FilterMismatch,
  ListOrdersQuery,
  OrderNumber,
  OrdersOptions,
  OrdersPage,
  OrdersService,
  WireProblem,
} from './services/orders/orders';
export type { PaymentParametersHook } from './services/orders/decode-order';
export type { PaymentParameters } from './services/orders/gateway-info';
export type { PaymentOutcome } from './services/orders/pending-payments';
export type { RefundsHook } from './services/orders/refunds';
export type { GatewayType, OrderFilters } from './services/orders/query';
export type { Platform } from './services/platform';
export { fixedToken } from './services/session/fixed-token';
export { sdkSession } from './services/session/sdk-session';
export type { HydrogenSdk } from './services/session/sdk-session';
export type { Session } from './services/session/session';
export { silentLogin } from './services/session/silent-login';
