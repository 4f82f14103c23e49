/** A month that one can go to. */
export interface MenuMonth {
  /** What its header says; no two months have the same. */
  readonly key: string;
  /** Its name within the year. */
  readonly name: string;
  /** How many payments and what they come to, as its header says it. */
  readonly count: string;
}

/** The months of one year. */
export interface MenuYear {
  readonly key: string;
  /** The year in words; empty where it is not known. */
  readonly title: string;
  /** In list order, at least one. */
  readonly months: readonly MenuMonth[];
}

/** The months that one can go to. */
export interface MonthMenu {
  /** The key of the month one comes from. */
  readonly current: string;
  /** In list order. */
  readonly years: readonly MenuYear[];
  /** Why older months are not there; empty where all are. */
  readonly note: string;
}

/** The words of the sheet that never change. */
export interface MonthSheetWords {
  readonly title: string;
  /** What a screen reader says of the cross. */
  readonly close: string;
}

/** Detail of `choose`. */
export interface ChooseMonthDetail {
  /** The key of the month to go to. */
  readonly month: string;
}

const NOWHERE: MonthMenu = { current: '', years: [], note: '' };

/** A sheet from below with the months one can go to; it opens where one comes from. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    menu: { type: Object, value: NOWHERE },
    words: { type: Object, value: {} as MonthSheetWords },
  },
  data: {
    /** The element to be in sight; only what is laid out can be scrolled to. */
    sight: '',
  },
  lifetimes: {
    ready() {
      this.setData({ sight: 'current' });
    },
  },
  methods: {
    onChoose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { month } = currentTarget.dataset as ChooseMonthDetail;
      this.triggerEvent('choose', { month } satisfies ChooseMonthDetail);
    },
    onClose() {
      this.triggerEvent('close');
    },
    /** Keeps what is below the sheet from being scrolled. */
    onHold() {},
  },
});
