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
  data: {
    /** `scroll-into-view`; set from `ready` on, because WeChat scrolls only to elements that are laid out. */
    sight: '',
    /** No template reads it, so it is written in place and never sent. */
    isLaidOut: false,
  },
  observers: {
    'tabs, selected'() {
      if (this.data.isLaidOut) this.look();
    },
  },
  lifetimes: {
    ready() {
      this.data.isLaidOut = true;
      this.look();
    },
  },
  methods: {
    /** Scrolls to the tab before the selected one, so that both neighbours are in sight. */
    look() {
      const { tabs, selected } = this.data;
      const nth = tabs.findIndex(({ value }) => value === selected);
      const before = tabs[Math.max(0, nth - 1)];
      // The first two are in sight at the start.
      if (!before || (nth < 2 && this.data.sight === '')) return;
      const sight = `tab-${before.value}`;
      if (sight !== this.data.sight) this.setData({ sight });
    },
    onTap({ currentTarget }: TabTap) {
      const { value } = currentTarget.dataset;
      if (value !== this.data.selected)
        this.triggerEvent('change', { value } satisfies ChangeTabDetail);
    },
  },
});
