/** A group of options of which exactly one is chosen. */
export interface ChoiceGroup {
  readonly name: string;
  /** Heading of the group. */
  readonly title: string;
  /** The first option is the one that restricts nothing. */
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** The value of the chosen option by group name. */
export type Choices = Readonly<Record<string, string>>;

/** Detail of the `apply` event. */
export interface ApplyDetail {
  readonly choices: Choices;
}

/** The fixed texts of the sheet. */
export interface SheetWords {
  readonly title: string;
  /** Accessible name of the shade, which closes the sheet. */
  readonly close: string;
  readonly reset: string;
  readonly apply: string;
}

type OptionTap = WechatMiniprogram.BaseEvent<
  WechatMiniprogram.IAnyObject,
  {
    /** Name of the group. */
    name: string;
    /** Value of the option. */
    value: string;
  }
>;

/**
 * A bottom sheet with groups of options; choices take effect only when they are applied.
 *
 * @event apply {ApplyDetail} The user applied the choices.
 * @event close The shade around the sheet was tapped.
 */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** The groups; the first option of each group is the one that restricts nothing. */
    groups: { type: Array, value: [] as ChoiceGroup[] },
    /** The chosen value by group name when the sheet opens. */
    choices: { type: Object, value: {} },
    /** The fixed texts of the sheet. */
    words: { type: Object, value: {} as SheetWords },
  },
  data: {
    /** The current choices on the sheet, not applied yet. */
    chosen: {},
  },
  lifetimes: {
    attached() {
      this.setData({ chosen: this.data.choices });
    },
  },
  methods: {
    onChoose({ currentTarget }: OptionTap) {
      const { name, value } = currentTarget.dataset;
      this.setData({ chosen: { ...this.data.chosen, [name]: value } });
    },
    onReset() {
      const chosen: Record<string, string> = {};
      for (const { name, options } of this.data.groups) chosen[name] = options[0]?.value ?? '';
      this.setData({ chosen });
    },
    onApply() {
      this.triggerEvent('apply', { choices: this.data.chosen } satisfies ApplyDetail);
    },
    onClose() {
      this.triggerEvent('close');
    },
    /** Catches touch moves, so that the page below does not scroll. */
    onHold() {},
  },
});
