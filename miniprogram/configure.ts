import type { Clock } from './core/clock';
import { createHttpClient, type HttpClientOptions } from './services/http/client';
import { createOrderCache, type OrderCache } from './services/orders/order-cache';
import { watchNetwork, type Network } from './services/network';
import { createOrders, type OrdersOptions, type OrdersService } from './services/orders/orders';
import { createPendingPayments, type PendingPayments } from './services/orders/pending-payments';
import { wechatPlatform } from './services/platform';
import type { Language } from './texts/texts';

export type { Language };

/**
 * Everything the module needs to know from the app it lives in. `session` says who is asking:
 * `silentLogin(…)`, `fixedToken(…)`, `sdkSession(…)` or the app's own.
 */
export interface PaymentHistorySettings extends HttpClientOptions, OrdersOptions {
  /** WeChat's own unless told: English where WeChat speaks neither simplified nor traditional Chinese. */
  readonly language?: Language;
  /** False: a page is asked for only when the person has come to the end of the list; true unless told. */
  readonly prefetch?: boolean;
}

/** The configured module, as its features use it. */
export interface PaymentHistory {
  readonly orders: OrdersService;
  readonly orderCache: OrderCache;
  readonly pendingPayments: PendingPayments;
  readonly network: Network;
  readonly clock: Clock;
  readonly language: Language;
  readonly prefetch: boolean;
  /** Names host, app and user, without a request; null while it is not certain who the user is. */
  owner(): string | null;
}

let configured: PaymentHistory | null = null;

/**
 * The one way settings come in; call it in `App.onLaunch`, before a page shows payments.
 *
 * @throws Error when the host is not usable.
 */
export function configurePaymentHistory(settings: PaymentHistorySettings): void {
  const { host, clientId, session, prefetch = true } = settings;
  const platform = { ...wechatPlatform, ...settings.platform };
  const orders = createOrders(createHttpClient(settings), settings);
  const orderCache = createOrderCache(orders);
  const network = watchNetwork(platform);
  configured = {
    orders,
    orderCache,
    pendingPayments: createPendingPayments(orders, orderCache, network, settings.platform),
    network,
    clock: platform,
    get language() {
      return settings.language ?? wechatLanguage();
    },
    prefetch,
    owner() {
      const user = session.user ? session.user() : null;
      return user === null ? null : [host, clientId, user].join(' ');
    },
  };
}

function wechatLanguage(): Language {
  return wx.getAppBaseInfo().language.startsWith('zh') ? 'zh-CN' : 'en';
}

/** What {@link configurePaymentHistory} made. @throws Error before it was called. */
export function paymentHistory(): PaymentHistory {
  if (configured) return configured;
  throw new Error(
    'Payment history is not configured: call configurePaymentHistory({ host, clientId, session }) in App.onLaunch.',
  );
}
