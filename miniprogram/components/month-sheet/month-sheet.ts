import { escapeCloses } from '../escape-closes';

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

/** The way back to a month that is not loaded. */
export interface JumpView {
  readonly title: string;
  /** How far back the list was read. */
  readonly progress: string;
  /** Read part in per cent; null where it is unknown. */
  readonly percent: number | null;
  /** What the user waits for; empty while pages arrive. */
  readonly wait: string;
  /** Why nothing is read at present; empty without a failure. */
  readonly failure: string;
  /** Text of the button that repeats the request that failed. */
  readonly retry: string;
}

/** The months in the list, grouped by year. */
export interface MonthMenu {
  /** `key` of the month that the user is looking at. */
  readonly current: string;
  /** In list order. */
  readonly years: readonly MenuYear[];
  /** The months that WeChat's picker offers, as `YYYY-MM`; null when the menu is complete. */
  readonly picker: { readonly start: string; readonly end: string; readonly value: string } | null;
  /** Replaces the months while the list is read back; null otherwise. */
  readonly jump: JumpView | null;
}

/** The fixed texts of the sheet. */
export interface MonthSheetWords {
  readonly title: string;
  /** Accessible name of the close button. */
  readonly close: string;
  /** Text of the button that opens the picker. */
  readonly pick: string;
  /** Text of the button that ends the reading. */
  readonly stop: string;
}

/** Detail of the `choose` event. */
export interface ChooseMonthDetail {
  /** `key` of the chosen month. */
  readonly month: string;
}

/** Detail of the `pick` event: a month in Beijing time. */
export interface PickMonthDetail {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
}

type MonthTap = WechatMiniprogram.BaseEvent<WechatMiniprogram.IAnyObject, ChooseMonthDetail>;

const EMPTY_MENU: MonthMenu = { current: '', years: [], picker: null, jump: null };

/**
 * A bottom sheet with the months in the list; it opens with the current month in view.
 *
 * @event choose {ChooseMonthDetail} A month was tapped; `month` is its key.
 * @event pick {PickMonthDetail} A month was chosen in the picker.
 * @event retry The button after a failure on the way to a month was tapped.
 * @event close The close button, the button that stops the reading, or the shade around the sheet was tapped.
 */
Component({
  behaviors: [escapeCloses],
  externalClasses: ['custom-class'],
  properties: {
    /** The months in list order, the key of the current month, the months of the picker, and the way to a month. */
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
    onPick({ detail }: WechatMiniprogram.PickerChange) {
      const [year, month] = String(detail.value).split('-').map(Number);
      if (year && month) this.triggerEvent('pick', { year, month } satisfies PickMonthDetail);
    },
    onRetry() {
      this.triggerEvent('retry');
    },
    onClose() {
      this.triggerEvent('close');
    },
    /** Catches touch moves, so that the page below does not scroll. */
    onHold() {},
  },
});
