import type { OrderStatus, RefundState, RefundStatus } from '../domain/order';
import type { BeijingTime } from '../domain/time';
import type { BankCard } from './bank-names';
import type { ErrorText } from './types';

/** The state of a payment on its own page; `lapsed` is a pending payment that is too old to be paid. */
export type PaymentStage = OrderStatus | 'lapsed';

/** One state of a payment and what it means for the user. */
export interface StageText {
  readonly title: string;
  readonly note: string;
}

/** The words of the page of one payment. */
export interface DetailTexts {
  /** Title of the page. */
  readonly title: string;
  readonly loading: string;
  readonly notFound: ErrorText;
  /** Date and time with seconds. */
  time(at: BeijingTime): string;
  readonly created: string;
  readonly stage: Readonly<Record<PaymentStage, StageText>>;
  readonly refund: Readonly<Record<Exclude<RefundStatus, 'none'>, StageText>>;
  /** The states of one refund of several; the amount follows the title, time and account stand before the note. */
  readonly eachRefund: Readonly<Record<RefundState, Pick<StageText, 'title'> & Partial<StageText>>>;
  /** Where the money of a refund goes. @param account - The host app's words. */
  refundTo(account: string): string;
  /** Replaces the note of a pending payment that cannot be made here. @param method - Null where it is unknown. */
  payElsewhere(method: string | null): string;
  /** Replaces the note of a partial refund whose amount is known. */
  refunded(amount: string): string;
  readonly factsTitle: string;
  readonly method: string;
  readonly bank: string;
  readonly card: Readonly<Record<Exclude<BankCard, null>, string>>;
  readonly currency: string;
  readonly discount: string;
  readonly cash: string;
  readonly tradeNo: string;
  readonly transactionNo: string;
  /** WeChat Pay's number, by its name on the user's bill in WeChat. */
  readonly wechatNo: string;
  readonly goods: string;
  /** Label of the numbers by which customer service finds the item. */
  readonly merchandise: string;
  readonly copy: string;
  /** Label of a copy button for a screen reader. */
  copyOf(label: string): string;
  readonly copyRefused: string;
  readonly contact: string;
  readonly contactRefused: string;
  readonly invoice: string;
  /** Title of the actions for the payment. */
  readonly actionsTitle: string;
  /** Copies what the page shows as text. */
  readonly receipt: string;
  readonly receiptRefused: string;
  /** The name of a value that is not known, with the API's own word for it. */
  withWord(name: string, word: string): string;
  /** One line of the text. */
  line(label: string, value: string): string;
}

/** The words of the statistics. */
export interface StatisticsTexts {
  readonly loading: string;
  /** The tab of all time. */
  readonly allTime: string;
  /**
   * Title of a sum.
   *
   * @param year - Null for all time.
   * @param isAtMost - Whether the sum is an upper bound.
   */
  paid(year: number | null, isAtMost: boolean): string;
  /** Says that the sums are of a part. @param back - The oldest month in words. */
  soFar(back: string): string;
  /**
   * How many payments are read, also in the month sheet while the list goes to a month.
   *
   * @param total - Null where it is unknown.
   */
  read(payments: number, total: number | null): string;
  /** While requests wait for the limit per minute, also in the month sheet. */
  readonly waiting: string;
  /** @param isAtLeast - Whether the amount is a lower bound. */
  refunded(amount: string, isAtLeast: boolean): string;
  readonly unclearRefund: string;
  /** The number of payments that are in no sum, also in the sum above the list. */
  withoutAmount(payments: number): string;
  readonly byMonth: string;
  readonly byYear: string;
  readonly byMethod: string;
  readonly largest: string;
  readonly export: ExportTexts;
  /** No payment in a year, or none at all. @param year - Null for all time. */
  empty(year: number | null): string;
}

/** The words of the export. */
export interface ExportTexts {
  /** Names of the columns that the page of one payment does not name. */
  readonly columns: Readonly<
    Record<'time' | 'description' | 'amount' | 'refund' | 'refunded' | 'net', string>
  >;
  /** Without its ending. @param year - Null for all time. */
  fileName(year: number | null): string;
  /** The button that writes the file. */
  readonly make: string;
  /** While a part of the payments is not read. */
  readonly waiting: string;
  /** The file is there. */
  made(fileName: string, payments: number): string;
  readonly share: string;
  /** On a desktop. */
  readonly save: string;
  /** The file could not be written, as where the storage is full. */
  readonly notWritten: string;
  /** WeChat could not share or save the file. */
  readonly refused: string;
}
