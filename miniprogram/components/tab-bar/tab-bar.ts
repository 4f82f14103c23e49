/** One tab. */
export interface TabView {
  readonly value: string;
  /** Visible text. */
  readonly text: string;
}

/** Detail of the `change` event. */
export interface ChangeTabDetail {
  /** `value` of the chosen tab. */
  readonly value: string;
}

type TabTap = WechatMiniprogram.BaseEvent<WechatMiniprogram.IAnyObject, ChangeTabDetail>;

/**
 * A row of tabs of which one is selected.
 *
 * @event change {ChangeTabDetail} A tab that is not selected was tapped.
 */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** The tabs in their order. */
    tabs: { type: Array, value: [] as TabView[] },
    /** `value` of the selected tab. */
    selected: String,
  },
  methods: {
    onTap({ currentTarget }: TabTap) {
      const { value } = currentTarget.dataset;
      if (value !== this.data.selected)
        this.triggerEvent('change', { value } satisfies ChangeTabDetail);
    },
  },
});
