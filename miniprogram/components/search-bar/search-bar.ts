/** Detail of `search`. */
export interface SearchDetail {
  /** As it was typed. */
  readonly text: string;
}

/** The words of a search bar. */
export interface SearchWords {
  /** What one can search for. */
  readonly placeholder: string;
  /** The same where there is little room. */
  readonly shortPlaceholder: string;
  /** What a screen reader says of the cross. */
  readonly clear: string;
  /** What a screen reader says of the button beside the field. */
  readonly filterLabel: string;
}

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

/** A field for what one looks for, and the button that leads to filters. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** What is searched for now. */
    text: String,
    /** The button's word; it stands out while filters are active. */
    filterText: String,
    isFiltered: Boolean,
    /** There is little room for words. */
    isNarrow: Boolean,
    words: { type: Object, value: {} as SearchWords },
  },
  data: {
    /** What stands in the field. */
    typed: '',
    /** The text that the field took over last. */
    taken: '',
  },
  observers: {
    /** Also told when it is set to what it was, which must not touch what is being typed. */
    text(text: string) {
      if (text !== this.data.taken) this.setData({ typed: text, taken: text });
    },
  },
  methods: {
    onInput({ detail }: Typed) {
      this.setData({ typed: detail.value });
      if (detail.value === '' && this.data.text !== '') this.search('');
    },
    onConfirm({ detail }: Typed) {
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
