/** The words for the months that one can go to. */
export interface MonthTexts {
  readonly title: string;
  /** What a screen reader says that a tap on a month's header does. */
  readonly open: string;
  readonly close: string;
  readonly yearName: (year: number) => string;
  /** A month within its year; counts from 1. */
  readonly monthName: (month: number) => string;
  /** Why older months are not there. */
  readonly more: string;
}
