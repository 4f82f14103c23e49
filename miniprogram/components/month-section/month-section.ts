/** Detail of `tap-month`. */
export interface TapMonthDetail {
  /** The month in words, as its header says it. */
  readonly month: string;
}

/**
 * The ground of one month's rows, and the header that stays in sight while any of them is. Its host is as
 * tall as the whole month, however few of its rows are there, so whoever places it gives it that height.
 */
Component({
  properties: {
    /** The month in words. */
    title: String,
    /** How many payments and what they come to, in words. */
    count: String,
    /** What a screen reader says that a tap on the header does. */
    action: String,
  },
  methods: {
    onTap() {
      const detail: TapMonthDetail = { month: this.data.title };
      this.triggerEvent('tap-month', detail, { bubbles: true, composed: true });
    },
  },
});
