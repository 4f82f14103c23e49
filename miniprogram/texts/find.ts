/** The words for filters and search. */
export interface FindTexts {
  readonly tabs: Readonly<Record<'all' | 'paid' | 'pending' | 'refunded', string>>;
  readonly filter: FilterTexts;
  readonly search: SearchTexts;
}

/** The words for filters. */
export interface FilterTexts {
  /** On the button; with how many filters are active, if any are. */
  button(active: number): string;
  /** What a screen reader says of the button. */
  label(active: number): string;
  readonly title: string;
  readonly close: string;
  readonly reset: string;
  readonly apply: string;
  readonly refund: string;
  readonly gateway: string;
  readonly noRestriction: string;
  readonly noRefund: string;
  /** The payments of one article, which the app asked for. */
  readonly merchandise: string;
  readonly clear: string;
  /** What a screen reader says of a filter that goes by a tap. */
  remove(filter: string): string;
  /** Of a list that is empty. */
  readonly empty: Readonly<Record<'paid' | 'pending' | 'refunded' | 'filtered', string>>;
  readonly emptyAdvice: string;
  readonly showAll: string;
}

/** The words for search, and for filters that only what is loaded can answer. */
export interface SearchTexts {
  readonly placeholder: string;
  /** The same where there is little room. */
  readonly shortPlaceholder: string;
  readonly clear: string;
  /** How far the search went back, and what it found; `back` is a month in words. */
  soFar(found: number, looked: number, back: string): string;
  /** The same when nothing is left to search. */
  everywhere(found: number, looked: number): string;
  readonly further: string;
  readonly going: string;
  readonly nothingYet: string;
  readonly nothing: string;
  readonly lookingUp: string;
  readonly unknownNumber: string;
  readonly unknownNumberAdvice: string;
}
