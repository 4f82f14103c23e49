import type { ChipView, RemoveChipDetail } from '../filter-chips/filter-chips';
import type {
  AmountTexts,
  ApplyDetail,
  ChoiceGroup,
  Choices,
  SheetWords,
} from '../filter-sheet/filter-sheet';
import type { SearchBar, SearchWords, SearchDetail } from '../search-bar/search-bar';
import type { TabView, ChangeTabDetail } from '../tab-bar/tab-bar';

/** Result of a lookup by number, shown as a notice: it is not part of the list. */
export interface LookupView {
  readonly title: string;
  /** What the user can do; empty to show no advice. */
  readonly advice: string;
  /** Text of the button; empty to show no button. */
  readonly action: string;
  /** No payment has the number: the notice is not needed while payments match it as a text. */
  readonly isUnknown?: true;
}

/** The current search, tab and filters. */
export interface FindView {
  /** `value` of the selected tab. */
  readonly tab: string;
  /** The active search text; empty while no search is active. */
  readonly text: string;
  /** Changes when the field must show `text` again, although `text` is the same. */
  readonly finds: number;
  /** Text of the filter button. */
  readonly button: string;
  /** At least one filter is active. */
  readonly isFiltered: boolean;
  readonly words: SearchWords;
  readonly chips: readonly ChipView[];
  /** The groups of the filter sheet. */
  readonly groups: readonly ChoiceGroup[];
  /** The applied choices by group name. */
  readonly choices: Choices;
  /** The applied range of amounts. */
  readonly amount: AmountTexts;
  /** `null` to show no notice. */
  readonly lookup: LookupView | null;
  /** How far a search has reached and what it found; empty while no search is active. */
  readonly note: string;
  /** Number and sum of the payments that match; empty while nothing is searched or filtered. */
  readonly sum: string;
}

/** The fixed texts of the bar. */
export interface FindWords {
  readonly tabs: readonly TabView[];
  readonly sheet: SheetWords;
  /** Text of the button that removes all filters. */
  readonly clear: string;
}

/** Detail of the `find` event: what the user asks for. */
export type FindRequest =
  | { readonly what: 'tab'; readonly tab: string }
  /** `isPassing`: it was only typed, and another request follows: a number is then searched as a text. */
  | { readonly what: 'search'; readonly text: string; readonly isPassing?: boolean }
  | ({ readonly what: 'apply' } & ApplyDetail)
  | { readonly what: 'remove'; readonly chip: string }
  /** Remove all filters. */
  | { readonly what: 'clear' }
  /** Repeat a failed lookup. */
  | { readonly what: 'retry' };

const NO_FIND: FindView = {
  tab: '',
  text: '',
  button: '',
  isFiltered: false,
  words: { placeholder: '', shortPlaceholder: '', clear: '', filterLabel: '' },
  chips: [],
  groups: [],
  choices: {},
  amount: { from: '', to: '' },
  lookup: null,
  note: '',
  sum: '',
  finds: 0,
};

const NO_FIND_WORDS: FindWords = {
  tabs: [],
  sheet: {
    ...{ title: '', close: '', reset: '', apply: '' },
    amount: { title: '', from: '', to: '', invalid: '', reversed: '' },
  },
  clear: '',
};

/**
 * Search field, tabs, filter chips, lookup notice and filter sheet in one component.
 *
 * @event find {FindRequest} The user chose a tab, searched, changed the filters, or asked to repeat a failed
 *   lookup.
 */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** The current search, tab and filters. */
    find: { type: Object, value: NO_FIND },
    /** The fixed texts of the bar. */
    words: { type: Object, value: NO_FIND_WORDS },
    /** Uses the short placeholder, for narrow screens and large text. */
    isNarrow: Boolean,
  },
  data: {
    /** `finds` of the view for which the filter sheet is open; null while it is closed. */
    sheetOf: null as number | null,
  },
  methods: {
    onSearch({ detail }: WechatMiniprogram.CustomEvent<SearchDetail>) {
      this.triggerEvent('find', { what: 'search', ...detail } satisfies FindRequest);
    },
    onTab({ detail }: WechatMiniprogram.CustomEvent<ChangeTabDetail>) {
      this.request({ what: 'tab', tab: detail.value });
    },
    onRemove({ detail }: WechatMiniprogram.CustomEvent<RemoveChipDetail>) {
      this.request({ what: 'remove', chip: detail.key });
    },
    onClear() {
      this.request({ what: 'clear' });
    },
    onRetry() {
      this.triggerEvent('find', { what: 'retry' } satisfies FindRequest);
    },
    onOpenSheet() {
      this.setData({ sheetOf: this.data.find.finds });
    },
    onCloseSheet() {
      this.setData({ sheetOf: null });
    },
    onApply({ detail }: WechatMiniprogram.CustomEvent<ApplyDetail>) {
      this.onCloseSheet();
      this.request({ what: 'apply', ...detail });
    },
    /** The field shows the text by which the list is searched, so what was only typed is searched first. */
    request(request: Exclude<FindRequest, { what: 'search' | 'retry' }>) {
      const bar = this.selectComponent('#search') as unknown as SearchBar | null;
      bar?.submit();
      this.triggerEvent('find', request);
    },
  },
});
