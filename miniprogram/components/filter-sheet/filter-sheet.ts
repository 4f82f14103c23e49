/** One question with its answers, of which one is chosen. */
export interface ChoiceGroup {
  readonly name: string;
  /** The question in words. */
  readonly title: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** The chosen option's value for each group's name. */
export type Choices = Readonly<Record<string, string>>;

/** Detail of `apply`. */
export interface ApplyDetail {
  readonly choices: Choices;
}

/** The words of a sheet. */
export interface SheetWords {
  readonly title: string;
  readonly close: string;
  readonly reset: string;
  readonly apply: string;
}

/** A sheet from below on which one chooses; nothing counts before it is applied. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    groups: { type: Array, value: [] as ChoiceGroup[] },
    /** What is chosen when the sheet opens. */
    choices: { type: Object, value: {} },
    words: { type: Object, value: {} as SheetWords },
  },
  data: {
    /** What is chosen on the sheet. */
    chosen: {},
  },
  lifetimes: {
    attached() {
      this.setData({ chosen: this.data.choices });
    },
  },
  methods: {
    onChoose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { name, value } = currentTarget.dataset as { name: string; value: string };
      this.setData({ chosen: { ...this.data.chosen, [name]: value } });
    },
    /** The first option of each group is the one that restricts nothing. */
    onReset() {
      const firsts = this.data.groups.map(({ name, options }) => ({
        [name]: options[0]?.value ?? '',
      }));
      this.setData({ chosen: Object.assign({}, ...firsts) as Choices });
    },
    onApply() {
      this.triggerEvent('apply', { choices: this.data.chosen } satisfies ApplyDetail);
    },
    onClose() {
      this.triggerEvent('close');
    },
    /** Keeps what is below the sheet from being scrolled. */
    onHold() {},
  },
});
