import type { ChipView } from '../filter-chips/filter-chips';
import type { ChoiceGroup, Choices, SheetWords } from '../filter-sheet/filter-sheet';
import type { SearchWords } from '../search-bar/search-bar';
import type { TabView } from '../tab-bar/tab-bar';

/** What became of a search that is no part of the list. */
export interface LookupView {
  readonly title: string;
  /** What to do; empty for nothing. */
  readonly advice: string;
  /** The button's word; empty for no button. */
  readonly action: string;
}

/** What is looked for. */
export interface FindView {
  /** The value of the list that is shown. */
  readonly tab: string;
  /** What is searched for; empty for no search. */
  readonly text: string;
  /** The filter button's word. */
  readonly button: string;
  readonly isFiltered: boolean;
  readonly words: SearchWords;
  readonly chips: readonly ChipView[];
  /** What the filter sheet asks, and what is chosen there. */
  readonly groups: readonly ChoiceGroup[];
  readonly choices: Choices;
  readonly lookup: LookupView | null;
  /** How far a search went and what it found; empty where nothing is searched. */
  readonly note: string;
}

/** The words that never change. */
export interface FindWords {
  readonly tabs: readonly TabView[];
  readonly sheet: SheetWords;
  readonly clear: string;
}

/** What a person asks for: another list, a search, filters, or fewer of them. */
export type FindRequest =
  | { readonly what: 'tab'; readonly tab: string }
  | { readonly what: 'search'; readonly text: string }
  | { readonly what: 'apply'; readonly choices: Choices }
  | { readonly what: 'remove'; readonly chip: string }
  /** All chips are to go. */
  | { readonly what: 'clear' }
  /** What failed of a lookup is to be tried again. */
  | { readonly what: 'retry' };
