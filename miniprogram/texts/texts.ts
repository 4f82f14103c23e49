import type { Gateway, OrderStatus, RefundStatus } from '../domain/order';
import type { BeijingTime } from '../domain/time';
import type { ApiErrorKind } from '../services/api-error';
import type { DetailTexts } from './detail';
import { en } from './en';
import type { FindTexts } from './find';
import type { MonthTexts } from './months';
import { zhCN } from './zh-cn';

/** Languages the module speaks. */
export type Language = 'zh-CN' | 'en';

/** What can go wrong; `unexpected` is a fault of our own. */
export type ErrorKind = ApiErrorKind | 'unexpected';

/** An error in the person's words. */
export interface ErrorText {
  /** What happened, without a full stop: it may be part of a longer line. */
  readonly happened: string;
  /** What to do about it. */
  readonly advice: string;
}

/** Every string a person reads, in one language; a language that lacks one does not compile. */
export interface Texts {
  readonly language: Language;
  readonly title: string;
  readonly status: Readonly<Record<OrderStatus, string>>;
  readonly refund: Readonly<Record<Exclude<RefundStatus, 'none'>, string>>;
  readonly gateway: Readonly<Record<Gateway, string>>;
  /** One letter for the gateway, drawn in the row's mark. */
  readonly mark: Readonly<Record<Gateway, string>>;
  /** Stands for the status of a pending payment that is too old to be paid. */
  readonly lapsed: string;
  readonly continuePayment: string;
  /** Stands on the button while the payment is being made and confirmed. */
  readonly continuing: string;
  readonly noDescription: string;
  readonly unknownAmount: string;
  readonly unknownTime: string;
  readonly unknownMonth: string;
  /** A moment in a row: short today and this year, with the year before that. */
  time(at: BeijingTime, now: BeijingTime): string;
  /** A month's header; `month` counts from 1. */
  month(year: number, month: number): string;
  /** How many payments a month has. */
  count(payments: number): string;
  /** How many payments of a month are here, while there may be more of it. */
  loadedCount(payments: number): string;
  /**
   * What a month's payments come to, after `count` or `loadedCount`.
   *
   * @param isAtMost - Some of it was given back, nobody says how much.
   * @param isComplete - All payments of the month are here.
   */
  net(amount: string, isAtMost: boolean, isComplete: boolean): string;
  /** Stands between the parts of a payment as a screen reader says it. */
  readonly comma: string;
  readonly loading: string;
  readonly loadingMore: string;
  readonly noMore: string;
  readonly emptyTitle: string;
  readonly emptyAdvice: string;
  readonly backToTop: string;
  readonly retry: string;
  /** What the banner says while there is no network. */
  readonly offline: {
    readonly nothing: string;
    /** @param time - When the list was read, as `time` writes it. */
    asOf(time: string): string;
  };
  readonly errors: Readonly<Record<ErrorKind, ErrorText>>;
  /** What a person who pulled down is told, in payments; there may be none of either. */
  refreshed(added: number, changed: number): string;
  refreshFailed(happened: string): string;
  loadMoreFailed(happened: string): string;
  readonly detail: DetailTexts;
  readonly find: FindTexts;
  readonly months: MonthTexts;
}

const LANGUAGES: Readonly<Record<Language, Texts>> = { 'zh-CN': zhCN, en };

/** The texts in a language. */
export function textsIn(language: Language): Texts {
  return LANGUAGES[language];
}
