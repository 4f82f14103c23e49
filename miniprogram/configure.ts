import { createServerClock, type ServerClock } from './core/server-clock';
import { createHttpClient, type HttpClientOptions } from './services/http/client';
import { watchNetwork, type Network } from './services/network';
import { createOrderCache, type OrderCache } from './services/orders/order-cache';
import { createOrders, type OrdersOptions, type OrdersService } from './services/orders/orders';
import { createPendingPayments, type PendingPayments } from './services/orders/pending-payments';
import { createPace, type Pace } from './services/pace';
import { resolvePlatform } from './services/platform';
import { createCurrentUser, type CurrentUser } from './services/session/current-user';
import type { Session } from './services/session/session';
import { silentLogin } from './services/session/silent-login';
import { SNAPSHOT_KEY, wxStorage } from './services/storage';
import type { Language } from './texts/types';

export type { Language };

/** The settings of the module; `host` and `clientId` are required. */
export interface PaymentHistorySettings
  extends Omit<HttpClientOptions, 'session' | 'onServerTime' | 'onWait'>, OrdersOptions {
  /**
   * Signs the user in: `silentLogin(…)`, `fixedToken(…)`, `sdkSession(…)` or the app's own session.
   *
   * @default silentLogin with these settings
   */
  readonly session?: Session | undefined;
  /** @default Chinese where WeChat's language is Chinese (also traditional) or not known, else English */
  readonly language?: Language | undefined;
  /**
   * Whether pages are requested before the user reaches the end of the list.
   *
   * @default true
   */
  readonly prefetch?: boolean | undefined;
}

/** The configured module, for its features. */
export interface PaymentHistory {
  readonly orders: OrdersService;
  readonly orderCache: OrderCache;
  readonly pendingPayments: PendingPayments;
  readonly network: Network;
  /** Whether requests wait for the limit per minute. */
  readonly pace: Pace;
  readonly currentUser: CurrentUser;
  /** The server's time, for everything that a person sees of the time. */
  readonly clock: ServerClock;
  readonly language: Language;
  readonly prefetch: boolean;
  /** Names host, app and user without a request; null while the user is not certain. */
  owner(): string | null;
}

let configured: PaymentHistory | null = null;

/**
 * Configures the module; to be called in `App.onLaunch`, before a page shows payments.
 *
 * @throws Error when the host is not usable.
 */
export function configurePaymentHistory(settings: PaymentHistorySettings): void {
  const { host, clientId, session = silentLogin(settings), prefetch = true } = settings;
  const platform = resolvePlatform(settings.platform);
  const clock = createServerClock(platform);
  const onServerTime = clock.synchronize;
  const network = watchNetwork(platform);
  const currentUser = createCurrentUser(session, platform);
  const pace = createPace();
  const reports = { onServerTime, onWait: pace.set };
  const client = createHttpClient({ ...settings, session: currentUser.session, ...reports });
  const orders = createOrders(network.provenBy(client), settings);
  // Also where no history is open that would do it.
  orders.onUserChange(() => wxStorage.remove(SNAPSHOT_KEY));
  const orderCache = createOrderCache(orders);
  configured = {
    orders,
    orderCache,
    pendingPayments: createPendingPayments(orders, orderCache, network, platform),
    network,
    pace,
    currentUser,
    clock,
    get language() {
      return settings.language ?? wechatLanguage();
    },
    prefetch,
    owner() {
      const user = currentUser.name();
      return user === null ? null : [host, clientId, user].join(' ');
    },
  };
}

/** Chinese where WeChat does not report its language. */
function wechatLanguage(): Language {
  const { language }: { language?: unknown } = wx.getAppBaseInfo();
  return typeof language !== 'string' || /^(zh|$)/i.test(language) ? 'zh-CN' : 'en';
}

/** The module as {@link configurePaymentHistory} has configured it. @throws Error before that. */
export function paymentHistory(): PaymentHistory {
  if (configured) return configured;
  throw new Error(
    'Payment history is not configured: call configurePaymentHistory({ host, clientId }) in App.onLaunch.',
  );
}
