/** One of the lists that a person can choose between. */
export interface TabView {
  readonly value: string;
  /** In words. */
  readonly text: string;
}

/** Detail of `change`. */
export interface ChangeTabDetail {
  readonly value: string;
}

/** Lists side by side, of which one is shown. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    tabs: { type: Array, value: [] as TabView[] },
    /** The value of the list that is shown. */
    selected: String,
  },
  methods: {
    onTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { value } = currentTarget.dataset as ChangeTabDetail;
      if (value !== this.data.selected) this.triggerEvent('change', { value });
    },
  },
});
