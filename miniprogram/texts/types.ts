import type { ApiErrorKind } from '../domain/error-kind';
import type { Gateway, OrderStatus, RefundStatus } from '../domain/order';
import type { BeijingTime } from '../domain/time';
import type { FindTexts, MonthTexts } from './find-types';
import type { DetailTexts, StatisticsTexts } from './page-types';

/** The languages that the module has. */
export type OwnLanguage = 'zh-CN' | 'en';

/** A language of the module, or one whose words the host app gives, such as `zh-TW`. */
export type Language = OwnLanguage | (string & {});

/** Words of a host app: some or all of a language's. */
export type TextOverrides = PartsOf<Omit<Texts, 'language'>>;

type PartsOf<Value> = Value extends (...facts: never[]) => unknown
  ? Value
  : { readonly [Name in keyof Value]?: PartsOf<Value[Name]> };

/** The kinds of an error that a user may see; `unexpected` is an error of the module itself. */
export type ErrorKind = ApiErrorKind | 'unexpected';

/** The words for an error. */
export interface ErrorText {
  /** What happened, without a full stop: it may be part of a longer line. */
  readonly happened: string;
  /** What the user can do. */
  readonly advice: string;
}

/** Every string that a user reads, in one language. */
export interface Texts {
  readonly language: OwnLanguage;
  readonly title: string;
  /** Title of the statistics. */
  readonly statisticsTitle: string;
  readonly status: Readonly<Record<OrderStatus, string>>;
  readonly refund: Readonly<Record<Exclude<RefundStatus, 'none'>, string>>;
  readonly gateway: Readonly<Record<Gateway, string>>;
  /** Replaces the word for a partial refund whose amount is known. */
  refunded(amount: string): string;
  /** One letter of the gateway, for the mark of a row. */
  readonly mark: Readonly<Record<Gateway, string>>;
  /** Replaces the status of a pending payment that is too old to be paid. */
  readonly lapsed: string;
  readonly continuePayment: string;
  /** Label of the button while the payment is made and confirmed. */
  readonly continuing: string;
  /** Label for a screen reader of the button for the host app's actions. */
  readonly more: string;
  /** Answers to a tap on the button of a payment that is not paid now. */
  readonly notContinued: {
    /** The payment is being made or confirmed. */
    readonly busy: string;
    /** The payment became too old to be paid. */
    readonly late: string;
    /** The payment cannot be made in this mini program. */
    readonly elsewhere: string;
    /** The setting `checkOut` has failed, and the server knows of no payment yet. The person did not cancel. */
    readonly notReceived: string;
  };
  /** Answers a tap on a payment that has no number by which it can be read. */
  readonly cannotOpen: string;
  readonly noDescription: string;
  readonly unknownAmount: string;
  readonly unknownTime: string;
  readonly unknownMonth: string;
  /** The time in a row, without the year, which the month's header above the row shows; today without the date. */
  rowTime(at: BeijingTime, now: BeijingTime): string;
  /** A time outside of the list; the year is left out for this year, the date for today. */
  time(at: BeijingTime, now: BeijingTime): string;
  /** The header of a month. @param month - 1 to 12. */
  month(year: number, month: number): string;
  /** The number of payments of a month that is loaded completely. */
  count(payments: number): string;
  /** The number of loaded payments of a month that may have more. */
  loadedCount(payments: number): string;
  /**
   * The total of a month, after `count` or `loadedCount`.
   *
   * @param isAtMost - Whether the amount is an upper bound: the amount of some refunds is not known.
   * @param isComplete - Whether all payments of the month are loaded.
   */
  net(amount: string, isAtMost: boolean, isComplete: boolean): string;
  /** Separates the parts of a payment for a screen reader. */
  readonly comma: string;
  /** Between two sentences. */
  readonly semicolon: string;
  readonly loading: string;
  readonly loadingMore: string;
  readonly noMore: string;
  readonly emptyTitle: string;
  readonly emptyAdvice: string;
  readonly backToTop: string;
  /** The button that reads the newest payments. */
  readonly refresh: string;
  readonly refreshing: string;
  readonly retry: string;
  /** The banner while there is no network. */
  readonly offline: {
    /** Where no payments are shown. */
    readonly nothing: string;
    /** @param time - When the list was read, as formatted by `time`. */
    asOf(time: string): string;
  };
  readonly errors: Readonly<Record<ErrorKind, ErrorText>>;
  /** The result of a pull-down refresh, in payments; both numbers may be 0. */
  refreshed(added: number, changed: number): string;
  refreshFailed(happened: string): string;
  loadMoreFailed(happened: string): string;
  readonly detail: DetailTexts;
  readonly statistics: StatisticsTexts;
  readonly find: FindTexts;
  readonly months: MonthTexts;
}
