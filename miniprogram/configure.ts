import { callHost } from './core/call-host';
import { createServerClock, type ServerClock } from './core/server-clock';
import type { PaymentHistoryEvent } from './elements';
import { explainTagMistake } from './services/explain-tag-mistake';
import { createHttpClient } from './services/http/client';
import { watchNetwork, type Network } from './services/network';
import { createOrderCache, type OrderCache } from './services/orders/order-cache';
import { createOrders, type OrdersService } from './services/orders/orders';
import { createPendingPayments, type PendingPayments } from './services/orders/pending-payments';
import { watchPages, type WatchedOrders } from './services/orders/watch-pages';
import { createPace, type Pace } from './services/pace';
import { resolvePlatform } from './services/platform';
import { createCurrentUser, type CurrentUser } from './services/session/current-user';
import { silentLogin } from './services/session/silent-login';
import { wxStorage } from './services/storage';
import { EXPIRED_KEY, SNAPSHOT_KEY } from './services/storage-keys';
import { checkedSettings, type PaymentHistorySettings } from './settings';
import type { Language } from './texts/types';

export type { CustomerService, PaymentHistorySettings } from './settings';
export type { Language, TextOverrides } from './texts/types';

/** The configured module, for its features. */
export interface PaymentHistory {
  readonly orders: OrdersService;
  /** Calls a listener with the orders of every page that is read. */
  readonly onPage: WatchedOrders['onPage'];
  readonly orderCache: OrderCache;
  readonly pendingPayments: PendingPayments;
  readonly network: Network;
  /** Whether requests wait for the limit per minute. */
  readonly pace: Pace;
  readonly currentUser: CurrentUser;
  /** The server's time, for everything that a person sees of the time. */
  readonly clock: ServerClock;
  readonly language: Language;
  readonly texts: PaymentHistorySettings['texts'];
  readonly prefetch: boolean;
  readonly statisticsPage: PaymentHistorySettings['statisticsPage'];
  readonly checkOut: PaymentHistorySettings['checkOut'];
  readonly customerService: PaymentHistorySettings['customerService'];
  /** Passes an event to the host app; null where the app has no `onEvent`. */
  readonly report: ((event: PaymentHistoryEvent) => void) | null;
  /** Names host, app and user without a request; null while the user is not certain. */
  owner(): string | null;
}

/** The version of this copy of the module: copies of one version share their configuration. */
export const VERSION = '0.2.0';

/** Where the copies of the module find the configuration: a mini program has one object of its app. */
interface AppObject {
  hydrogenPaymentHistory?: { readonly version: string; readonly module: PaymentHistory };
}

let configured: PaymentHistory | null = null;

/** WeChat keeps what is written here before the app is registered. An independent subpackage has it too. */
function appObject(): AppObject {
  return typeof getApp === 'function' ? getApp<AppObject>({ allowDefault: true }) || {} : {};
}

/**
 * Configures the module; to be called in `App.onLaunch`, before a page shows payments.
 *
 * @throws Error when an option is not usable.
 */
export function configurePaymentHistory(settings: PaymentHistorySettings): void {
  const checked = checkedSettings(settings);
  const { host, clientId, session = silentLogin(checked), prefetch = true, onEvent } = checked;
  const platform = resolvePlatform(checked.platform);
  const clock = createServerClock(platform);
  const onServerTime = clock.synchronize;
  const network = watchNetwork(platform);
  const currentUser = createCurrentUser(session, platform);
  const pace = createPace();
  const reports = { onServerTime, onWait: pace.set };
  const client = createHttpClient({ ...checked, session: currentUser.session, ...reports });
  const { orders, onPage } = watchPages(createOrders(network.provenBy(client), checked));
  // Also where no history is open that would do it.
  orders.onUserChange(() => [SNAPSHOT_KEY, EXPIRED_KEY].forEach((key) => wxStorage.remove(key)));
  const orderCache = createOrderCache(orders);
  const module: PaymentHistory = {
    orders,
    onPage,
    orderCache,
    pendingPayments: createPendingPayments(orders, orderCache, network, platform),
    network,
    pace,
    currentUser,
    clock,
    get language() {
      return settings.language ?? wechatLanguage(checked.texts);
    },
    texts: checked.texts,
    prefetch,
    statisticsPage: checked.statisticsPage,
    checkOut: checked.checkOut,
    customerService: checked.customerService,
    // Later, so that it delays nothing here.
    report: onEvent ? (event) => void Promise.resolve().then(() => callHost(onEvent, event)) : null,
    owner() {
      const user = currentUser.name();
      return user === null ? null : [host, clientId, user].join(' ');
    },
  };
  const shared = appObject().hydrogenPaymentHistory;
  if (shared && shared.module !== configured) explainTagMistake('copies');
  checkBaseLibrary();
  configured = module;
  const share = () => void (appObject().hydrogenPaymentHistory = { version: VERSION, module });
  share();
  // In onLaunch some WeChat versions do not give the app yet.
  void Promise.resolve().then(() => module === configured && share());
}

/** The minimum base library is 3.2.2: docs/platform.md. */
function checkBaseLibrary(): void {
  if (typeof wx === 'undefined') return;
  // Before 2.20.1 there is only the older call.
  const { SDKVersion = '9' }: { SDKVersion?: string } = wx.getAppBaseInfo
    ? wx.getAppBaseInfo()
    : wx.getSystemInfoSync
      ? wx.getSystemInfoSync()
      : {};
  const [major = 0, minor = 0, patch = 0] = SDKVersion.split('.').map(Number);
  if (major * 1e6 + minor * 1e3 + patch < 3_002_002) explainTagMistake('base-library', SDKVersion);
}

/** Chinese where WeChat does not report its language. */
function wechatLanguage(texts: PaymentHistorySettings['texts'] = {}): Language {
  const { language }: { language?: unknown } = wx.getAppBaseInfo();
  if (typeof language !== 'string') return 'zh-CN';
  // WeChat writes zh_TW.
  const own = language.replace('_', '-');
  if (texts[own]) return own;
  return /^(zh|$)/i.test(language) ? 'zh-CN' : 'en';
}

/**
 * The module as {@link configurePaymentHistory} has configured it, in this copy or in another one.
 *
 * @throws Error before that, and where only a copy of another version is configured.
 */
export function paymentHistory(): PaymentHistory {
  if (configured) return configured;
  const shared = appObject().hydrogenPaymentHistory;
  if (shared && shared.version === VERSION) return shared.module;
  throw new Error(
    shared
      ? `Payment history ${VERSION} is not configured, but a second copy of the module, ${shared.version}, is: build npm again, so that there is one version.`
      : 'Payment history is not configured: call configurePaymentHistory({ host, clientId }) in App.onLaunch. ' +
          'An independent subpackage, which starts without the app, calls it in a file that each of its pages imports.',
  );
}
