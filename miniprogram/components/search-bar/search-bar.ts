/** Detail of the `search` event. */
export interface SearchDetail {
  /** The text as the user typed it; empty to end the search. */
  readonly text: string;
}

/** The fixed texts of the search bar. */
export interface SearchWords {
  /** Names what the user can search for; also the accessible name of the field. */
  readonly placeholder: string;
  /** Shown instead of `placeholder` on narrow screens and with large text. */
  readonly shortPlaceholder: string;
  /** Accessible name of the button that clears the field. */
  readonly clear: string;
  /** Accessible name of the filter button. */
  readonly filterLabel: string;
}

const NO_WORDS: SearchWords = {
  placeholder: '',
  shortPlaceholder: '',
  clear: '',
  filterLabel: '',
};

type InputEvent = WechatMiniprogram.CustomEvent<{ value: string }>;

/** A search field and the button that opens the filters. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** The active search text; the field shows it whenever it changes. */
    text: String,
    /** Text of the filter button. */
    filterText: String,
    /** Highlights the filter button. */
    isFiltered: Boolean,
    /** Uses the short placeholder. */
    isNarrow: Boolean,
    words: { type: Object, value: NO_WORDS },
  },
  data: {
    /** Current text of the field. */
    typed: '',
    /** The value of `text` that the field showed last. */
    taken: '',
  },
  observers: {
    /** WeChat also calls it when `text` is set to the same value; that must not replace what the user types. */
    text(text: string) {
      if (text !== this.data.taken) this.setData({ typed: text, taken: text });
    },
  },
  methods: {
    onInput({ detail }: InputEvent) {
      this.setData({ typed: detail.value });
      if (detail.value === '' && this.data.text !== '') this.search('');
    },
    onConfirm({ detail }: InputEvent) {
      this.search(detail.value);
    },
    onClear() {
      this.setData({ typed: '' });
      this.search('');
    },
    onFilter() {
      this.triggerEvent('filter');
    },
    search(text: string) {
      this.triggerEvent('search', { text } satisfies SearchDetail);
    },
  },
});
