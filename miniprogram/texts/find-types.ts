/** The words for tabs, filters and search. */
export interface FindTexts {
  readonly tabs: Readonly<Record<'all' | 'paid' | 'pending' | 'refunded', string>>;
  readonly filter: FilterTexts;
  readonly search: SearchTexts;
}

/** The words for filters. */
export interface FilterTexts {
  /** Label of the button. @param active - Number of active filters; 0 is not shown. */
  button(active: number): string;
  /** Label of the button for a screen reader. */
  label(active: number): string;
  readonly title: string;
  readonly close: string;
  readonly reset: string;
  readonly apply: string;
  readonly refund: string;
  readonly gateway: string;
  readonly noRestriction: string;
  readonly noRefund: string;
  /** The fields for a range of amounts in yuan. */
  readonly amount: {
    readonly title: string;
    readonly from: string;
    readonly to: string;
    /** Answers a text that is no amount. */
    readonly invalid: string;
    /** Answers a lower limit above the upper one. */
    readonly reversed: string;
  };
  /** Names a range of amounts. @param from - Formatted, as is `to`; empty for no limit. */
  amountRange(from: string, to: string): string;
  /** Title of the choice whether unpaid payments are shown whose two hours are over. */
  readonly expired: string;
  readonly show: string;
  readonly hide: string;
  /** Says that these payments are hidden. */
  readonly expiredHidden: string;
  /** Name of the filter for one item, which the app sets. */
  readonly merchandise: string;
  readonly clear: string;
  /** Label for a screen reader of a filter that a tap removes. */
  remove(filter: string): string;
  /** Words for an empty list. */
  readonly empty: Readonly<
    Record<'paid' | 'pending' | 'refunded' | 'expired' | 'filtered', string>
  >;
  readonly emptyAdvice: string;
  readonly showAll: string;
}

/** The words for search, and for filters that are applied to the loaded payments only. */
export interface SearchTexts {
  readonly placeholder: string;
  /** The placeholder where there is little room. */
  readonly shortPlaceholder: string;
  readonly clear: string;
  /** The result so far. @param back - The oldest loaded month in words. */
  soFar(found: number, looked: number, back: string): string;
  /** The result when all payments are loaded. */
  everywhere(found: number, looked: number): string;
  /** The sums of the payments that the words before count. */
  ofThese(sums: string): string;
  readonly further: string;
  readonly going: string;
  readonly nothingYet: string;
  readonly nothing: string;
  readonly lookingUp: string;
  readonly unknownNumber: string;
  readonly unknownNumberAdvice: string;
  /** The advice for a number in the form of WeChat Pay's and Alipay's own numbers. */
  readonly gatewayNumberAdvice: string;
}

/** The words for the menu of months. */
export interface MonthTexts {
  readonly title: string;
  /** Label for a screen reader of what a tap on a month's header does. */
  readonly open: string;
  readonly close: string;
  readonly yearName: (year: number) => string;
  /** The month without its year; 1 to 12. */
  readonly monthName: (month: number) => string;
  /** Opens the choice of any month. */
  readonly pick: string;
  /** Ends the reading on the way to a month. */
  readonly stop: string;
  readonly goingTo: (month: string) => string;
  /** How far back the list was read. */
  readonly readTo: (month: string) => string;
  /**
   * A month without payments was chosen, and the list shows the next older one.
   *
   * @param isNarrowed - Whether the list leaves out payments: it is searched or filtered, or hides expired ones.
   */
  readonly nearest: (month: string, shown: string, isNarrowed: boolean) => string;
  /** A month before all payments was chosen, and the list shows its oldest month. */
  readonly oldest: (month: string, shown: string, isNarrowed: boolean) => string;
}
