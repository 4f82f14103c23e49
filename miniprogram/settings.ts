import type { ContinuePaymentDetail, PaymentHistoryEvent } from './elements';
import { explainTagMistake } from './services/explain-tag-mistake';
import type { HttpClientOptions } from './services/http/client';
import type { OrdersOptions } from './services/orders/orders';
import type { PaymentOutcome } from './services/orders/pending-payments';
import type { Session } from './services/session/session';
import type { Language, TextOverrides } from './texts/types';

/**
 * Customer service: WeChat's own, the event `contact` of the tag, no button, or WeCom's (微信客服) with the id of
 * the company and the address of its customer service.
 */
export type CustomerService =
  'wechat' | 'event' | 'none' | { readonly corpId: string; readonly url: string };

/** The settings of the module; `host` and `clientId` are required. */
export interface PaymentHistorySettings
  extends Omit<HttpClientOptions, 'session' | 'onServerTime' | 'onWait'>, OrdersOptions {
  /**
   * Signs the user in: `silentLogin(…)`, `fixedToken(…)`, `sdkSession(…)` or the app's own session.
   *
   * @default silentLogin with these settings
   */
  readonly session?: Session | undefined;
  /**
   * @default WeChat's language where `texts` has it; else Chinese where it is Chinese (also traditional) or
   * not known, else English
   */
  readonly language?: Language | undefined;
  /** Words that replace the module's, by language; a language that it does not have needs no other setting. */
  readonly texts?: Readonly<Record<string, TextOverrides | undefined>> | undefined;
  /** Called with what happens, for statistics; an event holds no number, word or amount of a payment. */
  readonly onEvent?: ((event: PaymentHistoryEvent) => void) | undefined;
  /**
   * Makes a pending payment: the tags then offer to continue it, without an event and a call of the page. Both
   * a promise that rejects and `unknown` mean that the result is not known. After one that rejects, a toast
   * says that no payment has arrived, unless the server knows one or the person cancelled. A checkout that
   * speaks for itself resolves to `unknown`.
   *
   * @default none: a tag offers it where its page sets `can-continue`
   */
  readonly checkOut?: ((payment: ContinuePaymentDetail) => Promise<PaymentOutcome>) | undefined;
  /**
   * What the button for customer service on a payment's page does.
   *
   * @default 'wechat'
   */
  readonly customerService?: CustomerService | undefined;
  /**
   * Path of the page of `<payment-statistics>`, to which the ready history page then has a button. The page is
   * in `pages` of app.json, and the path begins with `/`:
   * `/miniprogram_npm/hydrogen-payment-history/pages/statistics/statistics`.
   *
   * @default none: there is no button
   */
  readonly statisticsPage?: string | undefined;
  /**
   * Whether pages are requested before the user reaches the end of the list.
   *
   * @default true
   */
  readonly prefetch?: boolean | undefined;
}

/** Every setting. */
const NAMES: Readonly<Record<keyof PaymentHistorySettings, 1>> = {
  host: 1,
  clientId: 1,
  session: 1,
  language: 1,
  texts: 1,
  onEvent: 1,
  checkOut: 1,
  refunds: 1,
  customerService: 1,
  statisticsPage: 1,
  prefetch: 1,
  onPaymentParameters: 1,
  transport: 1,
  platform: 1,
  timeoutMs: 1,
  deadlineMs: 1,
  inFlight: 1,
  perMinute: 1,
  retries: 1,
  backOffMs: 1,
};

/**
 * Checks the settings of a host in JavaScript at launch, as far as a mistake would show only later. A name that is no
 * setting is only reported.
 *
 * @returns The settings that are given; null counts as not given.
 * @throws Error when a setting is not usable.
 */
export function checkedSettings(given: PaymentHistorySettings): PaymentHistorySettings {
  if (!given || typeof given !== 'object')
    refuse('there are no settings: call configurePaymentHistory({ host, clientId })');
  const settings: Partial<Record<string, unknown>> & PaymentHistorySettings = { ...given };
  const names = Object.keys(settings);
  names.filter((name) => settings[name] === null).forEach((name) => delete settings[name]);
  const unknown = names.filter((name) => !(name in NAMES));
  if (unknown.length > 0) explainTagMistake('settings', unknown.join(', '));
  for (const name of ['checkOut', 'refunds', 'onEvent', 'onPaymentParameters']) {
    const hook = settings[name];
    if (hook !== undefined && typeof hook !== 'function') refuse(`${name} is not a function`);
  }
  const { session, texts = {} } = settings;
  const service: unknown = settings.customerService ?? 'none';
  if (session !== undefined && !(hasFunction(session, 'token') && hasFunction(session, 'drop')))
    refuse(
      'session is not usable. Allowed: silentLogin({ … }), fixedToken(…), sdkSession(…), or an object with ' +
        'the functions token and drop',
    );
  for (const name of ['language', 'statisticsPage']) {
    const text = settings[name];
    if (text !== undefined && typeof text !== 'string') refuse(`${name} is not a text`);
  }
  const { corpId, url } = Object(service) as Record<string, unknown>;
  if (!['wechat', 'event', 'none'].includes(String(service)) && !(corpId && url))
    refuse("customerService is not usable. Allowed: 'wechat', 'event', 'none', { corpId, url }");
  const isMistake = ([language, words]: [string, unknown]) =>
    !/^[a-z\d-]+$/i.test(language) || (words != null && typeof words !== 'object');
  if (typeof texts !== 'object' || Object.entries(texts).some(isMistake))
    refuse(
      "texts is not usable. Allowed: words by language, such as { 'zh-CN': { title: '付款记录' } }",
    );
  return settings;
}

const hasFunction = (session: Session, name: 'token' | 'drop'): boolean =>
  typeof session[name] === 'function';

function refuse(mistake: string): never {
  throw new Error(`Payment history: ${mistake}.`);
}
