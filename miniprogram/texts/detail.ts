import type { BankCard } from './bank-names';
import type { OrderStatus, RefundStatus } from '../domain/order';
import type { BeijingTime } from '../domain/time';
import type { ErrorText } from './texts';

/** Where a payment stands, as its own page tells it: an unpaid one that is too old to be paid is told apart. */
export type PaymentStage = OrderStatus | 'lapsed';

/** Something that became of a payment, and what that means for the person. */
export interface StageText {
  readonly title: string;
  readonly note: string;
}

/** The words that only a payment's own page uses. */
export interface DetailTexts {
  /** Of the page. */
  readonly title: string;
  readonly loading: string;
  readonly notFound: ErrorText;
  /** A moment to the second. */
  time(at: BeijingTime): string;
  readonly created: string;
  readonly stage: Readonly<Record<PaymentStage, StageText>>;
  readonly refund: Readonly<Record<Exclude<RefundStatus, 'none'>, StageText>>;
  /** Stands in for a partial refund's note where the amount is known. */
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
  /** WeChat Pay's own number, which stands on the person's bill in WeChat. */
  readonly wechatNo: string;
  readonly goods: string;
  /** Numbers by which support finds what was bought. */
  readonly merchandise: string;
  readonly copy: string;
  /** What a screen reader says of a copy button. */
  copyOf(label: string): string;
  readonly copyRefused: string;
  readonly contact: string;
  readonly invoice: string;
}
