/** Detail of the `search` event. */
export interface SearchDetail {
  /** The text as the user typed it; empty to end the search. */
  readonly text: string;
  /** Only typed, before something else is chosen: a number is searched as a text. */
  readonly isPassing?: boolean;
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

/** What the parent of a search bar calls. */
export interface SearchBar {
  /** Searches the text of the field, unless it is the active search already. */
  submit(): void;
}

const NO_WORDS: SearchWords = {
  placeholder: '',
  shortPlaceholder: '',
  clear: '',
  filterLabel: '',
};

type InputEvent = WechatMiniprogram.CustomEvent<{ value: string }>;

/**
 * A search field and the button that opens the filters.
 *
 * @event search {SearchDetail} The user started a search, or ended the active one (`text` is empty).
 * @event filter The filter button was tapped.
 */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** The active search text; the field shows it whenever it changes. */
    text: String,
    /** When it changes, the field shows `text` again. */
    finds: Number,
    /** Text of the filter button. */
    filterText: String,
    /** Highlights the filter button while filters are active. */
    isFiltered: Boolean,
    /** Uses the short placeholder. */
    isNarrow: Boolean,
    /** The placeholders and the accessible names of the buttons. */
    words: { type: Object, value: NO_WORDS },
  },
  data: {
    /** The value that was set last. Typing does not set it: that would move the cursor and end a pinyin input. */
    value: '',
    /** The field is not empty. */
    hasText: false,
    // No template reads the following three: they are written in place and never sent.
    /** Current text of the field. */
    typed: '',
    /** The text that was searched or shown last. */
    taken: '',
    /** The value of `finds` at that time. */
    takenFinds: 0,
  },
  observers: {
    /** WeChat also calls it when the values are the same; that must not replace what the user types. */
    'text, finds'(text: string, finds: number) {
      if (text === this.data.taken && finds === this.data.takenFinds) return;
      this.data.taken = text;
      this.data.takenFinds = finds;
      this.show(text);
    },
  },
  methods: {
    onInput({ detail }: InputEvent) {
      this.take(detail.value);
      if (detail.value === '' && this.data.text !== '') this.search({ text: '' });
    },
    onConfirm({ detail }: InputEvent) {
      this.search({ text: detail.value });
    },
    /** Searches the text of the field, unless it is the active search already. */
    submit() {
      const { typed, taken } = this.data;
      if (typed !== taken) this.search({ text: typed, isPassing: true });
    },
    onClear() {
      this.show('');
      this.search({ text: '' });
    },
    onFilter() {
      this.triggerEvent('filter');
    },
    show(text: string) {
      const { typed, value } = this.data;
      this.take(text);
      if (value === typed) return this.setData({ value: text });
      // WeChat ignores a value that equals the one that was set last, whatever the user has typed since. It
      // also makes one change of what an observer sets, so the second value waits for the first.
      this.setData({ value: typed }, () => {
        if (this.data.typed === text) this.setData({ value: text });
      });
    },
    take(text: string) {
      this.data.typed = text;
      if (this.data.hasText !== (text !== '')) this.setData({ hasText: text !== '' });
    },
    search(detail: SearchDetail) {
      this.data.taken = detail.text;
      this.triggerEvent('search', detail);
    },
  },
});
