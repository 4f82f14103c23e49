/** One active filter. */
export interface ChipView {
  readonly key: string;
  /** In words. */
  readonly text: string;
  /** What a screen reader says of a tap. */
  readonly label: string;
}

/** Detail of `remove`. */
export interface RemoveChipDetail {
  readonly key: string;
}

/** The active filters: each goes by a tap, and all of them by one. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    chips: { type: Array, value: [] as ChipView[] },
    /** The word that takes all away. */
    clearText: String,
  },
  methods: {
    onRemove({ currentTarget }: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('remove', { key: (currentTarget.dataset as RemoveChipDetail).key });
    },
    onClear() {
      this.triggerEvent('clear');
    },
  },
});
