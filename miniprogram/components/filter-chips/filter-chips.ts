/** One active filter. */
export interface ChipView {
  readonly key: string;
  /** Visible text. */
  readonly text: string;
  /** Accessible name: says that a tap removes the filter. */
  readonly label: string;
}

/** Detail of the `remove` event. */
export interface RemoveChipDetail {
  /** `key` of the tapped chip. */
  readonly key: string;
}

type ChipTap = WechatMiniprogram.BaseEvent<WechatMiniprogram.IAnyObject, RemoveChipDetail>;

/**
 * The active filters as chips: a tap removes one, and a button removes all.
 *
 * @event remove {RemoveChipDetail} A chip was tapped; `key` is the key of the chip.
 * @event clear The button that removes all filters was tapped.
 */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** The active filters. */
    chips: { type: Array, value: [] as ChipView[] },
    /** Text of the button that removes all filters. */
    clearText: String,
  },
  methods: {
    onRemove({ currentTarget }: ChipTap) {
      const { key } = currentTarget.dataset;
      this.triggerEvent('remove', { key } satisfies RemoveChipDetail);
    },
    onClear() {
      this.triggerEvent('clear');
    },
  },
});
