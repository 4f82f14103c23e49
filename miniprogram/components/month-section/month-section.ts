/** Detail of the `tapMonth` event. */
export interface TapMonthDetail {
  /** `title` of the tapped header. */
  readonly month: string;
}

/**
 * One month: a sticky header and a card as the background of its rows. The parent sets the height of the host
 * to the height of the whole month, because the header sticks only inside its host and most rows of the month
 * may not be rendered.
 *
 * @event tapMonth {TapMonthDetail} The header was tapped; `month` is its title. The event bubbles across
 *   component boundaries.
 */
Component({
  properties: {
    /** The formatted month. */
    title: String,
    /** The formatted number of payments and their net total. */
    count: String,
    /** What a tap on the header does; part of its accessible name. */
    action: String,
  },
  methods: {
    onTap() {
      const detail: TapMonthDetail = { month: this.data.title };
      this.triggerEvent('tapMonth', detail, { bubbles: true, composed: true });
    },
  },
});
