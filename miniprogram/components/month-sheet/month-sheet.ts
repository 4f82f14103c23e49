/** One month of the menu. */
export interface MenuMonth {
  /** Title of the month in the list; unique. */
  readonly key: string;
  /** Name of the month without its year. */
  readonly name: string;
  /** The formatted number of payments and their net total, as in the header of the month. */
  readonly count: string;
}

/** The months of one year. */
export interface MenuYear {
  readonly key: string;
  /** The formatted year; empty when the year is unknown. */
  readonly title: string;
  /** In list order, at least one. */
  readonly months: readonly MenuMonth[];
}

/** The months in the list, grouped by year. */
export interface MonthMenu {
  /** `key` of the month that the user is looking at. */
  readonly current: string;
  /** In list order. */
  readonly years: readonly MenuYear[];
  /** Why older months are missing; empty when the menu is complete. */
  readonly note: string;
}

/** The fixed texts of the sheet. */
export interface MonthSheetWords {
  readonly title: string;
  /** Accessible name of the close button. */
  readonly close: string;
}

/** Detail of the `choose` event. */
export interface ChooseMonthDetail {
  /** `key` of the chosen month. */
  readonly month: string;
}

type MonthTap = WechatMiniprogram.BaseEvent<WechatMiniprogram.IAnyObject, ChooseMonthDetail>;

const EMPTY_MENU: MonthMenu = { current: '', years: [], note: '' };

/**
 * A bottom sheet with the months in the list; it opens with the current month in view.
 *
 * @event choose {ChooseMonthDetail} A month was tapped; `month` is its key.
 * @event close The close button or the shade around the sheet was tapped.
 */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** The months in list order, and the key of the current month. */
    menu: { type: Object, value: EMPTY_MENU },
    /** The fixed texts of the sheet. */
    words: { type: Object, value: {} as MonthSheetWords },
  },
  data: {
    /** `scroll-into-view`; set in `ready`, because WeChat scrolls only to elements that are laid out. */
    sight: '',
  },
  lifetimes: {
    ready() {
      this.setData({ sight: 'current' });
    },
  },
  methods: {
    onChoose({ currentTarget }: MonthTap) {
      const { month } = currentTarget.dataset;
      this.triggerEvent('choose', { month } satisfies ChooseMonthDetail);
    },
    onClose() {
      this.triggerEvent('close');
    },
    /** Catches touch moves, so that the page below does not scroll. */
    onHold() {},
  },
});
