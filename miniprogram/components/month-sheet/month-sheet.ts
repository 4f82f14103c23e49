import type { MonthMenu, MonthSheetWords } from './menu-view';

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
