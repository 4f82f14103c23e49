import { ignored } from '../../features/shared/ignored';
import { pageTexts } from '../../features/shared/page-texts';
import { openPaymentPage, replacePage } from '../../features/shared/route';
import {
  paymentHistoryOf,
  paymentStatisticsOf,
  type OpenMonthDetail,
  type OpenPaymentDetail,
} from '../../index';

/** The page of the user's statistics. */
Page({
  /** True from the tap on a payment until this page is back, so that a second tap opens nothing. */
  isLeaving: false,
  onShow() {
    this.isLeaving = false;
  },
  onReady() {
    wx.setNavigationBarTitle({ title: pageTexts().statisticsTitle, fail: ignored });
  },
  async onPullDownRefresh() {
    await paymentStatisticsOf(this, '#statistics')?.refresh();
    wx.stopPullDownRefresh({ fail: ignored });
  },
  /** The list of payments is the page below, unless a link has opened this page. */
  onOpenMonth({ detail }: WechatMiniprogram.CustomEvent<OpenMonthDetail>) {
    const [below] = getCurrentPages().slice(-2, -1);
    const history = below && paymentHistoryOf(below, '#history');
    if (history) {
      history.goToMonth(detail);
      wx.navigateBack({ fail: ignored });
    } else {
      replacePage(`../payments/payments?month=${detail.year}-${detail.month}`);
    }
  },
  async onOpenPayment({ detail }: WechatMiniprogram.CustomEvent<OpenPaymentDetail>) {
    if (this.isLeaving) return;
    this.isLeaving = true;
    this.isLeaving = await openPaymentPage('../payment/payment', detail);
  },
});
