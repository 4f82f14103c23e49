import type { ChipView, RemoveChipDetail } from '../filter-chips/filter-chips';
import type { ChoiceGroup, Choices, SheetWords, ApplyDetail } from '../filter-sheet/filter-sheet';
import type { SearchWords, SearchDetail } from '../search-bar/search-bar';
import type { TabView, ChangeTabDetail } from '../tab-bar/tab-bar';

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

type Said<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>;

/** Everything by which one finds something in a list: search, tabs, filters, and those that are active. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    find: { type: Object, value: {} as FindView },
    words: { type: Object, value: {} as FindWords },
    /** There is little room for words. */
    isNarrow: Boolean,
  },
  data: {
    isSheetOpen: false,
  },
  methods: {
    onSearch({ detail }: Said<SearchDetail>) {
      this.say({ what: 'search', text: detail.text });
    },
    onTab({ detail }: Said<ChangeTabDetail>) {
      this.say({ what: 'tab', tab: detail.value });
    },
    onRemove({ detail }: Said<RemoveChipDetail>) {
      this.say({ what: 'remove', chip: detail.key });
    },
    onClear() {
      this.say({ what: 'clear' });
    },
    onRetry() {
      this.say({ what: 'retry' });
    },
    onOpenSheet() {
      this.setData({ isSheetOpen: true });
    },
    onCloseSheet() {
      this.setData({ isSheetOpen: false });
    },
    onApply({ detail }: Said<ApplyDetail>) {
      this.onCloseSheet();
      this.say({ what: 'apply', choices: detail.choices });
    },
    say(request: FindRequest) {
      this.triggerEvent('find', request);
    },
  },
});
