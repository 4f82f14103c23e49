import { cashier } from '../../demo/cashier';
import type { ContinuePaymentDetail } from '../../features/shared/continue-payment';
import { pageTitles } from '../../features/shared/page-titles';
import { paymentUrl } from '../../features/shared/route';
import type {
  OpenPaymentDetail,
  PaymentHistoryElement,
} from '../../features/payment-history/payment-history';
import {
  initialFilterFromRoute,
  type InitialFilter,
} from '../../features/payment-history/query/initial-filter';

/** The page of the user's payments. */
Page({
  data: {
    /** Null until the route parameters are read. */
    preset: null as InitialFilter | null,
  },
  pulls: 0,
  /** True from the tap on a payment until this page is back, so that a second tap opens nothing. */
  isLeaving: false,
  onShow() {
    this.isLeaving = false;
  },
  onLoad(query) {
    this.setData({ preset: initialFilterFromRoute(query) });
  },
  async onPullDownRefresh() {
    this.pulls += 1;
    const pull = this.pulls;
    const history = this.selectComponent('#history') as unknown as PaymentHistoryElement | null;
    await history?.refresh('pull');
    // A later pull ends its own indicator.
    if (pull === this.pulls) void wx.stopPullDownRefresh();
  },
  onReady() {
    void wx.setNavigationBarTitle({ title: pageTitles().history });
  },
  async onContinuePayment({ detail }: WechatMiniprogram.CustomEvent<ContinuePaymentDetail>) {
    const outcome = await cashier().pay(detail.transactionNo);
    const history = this.selectComponent('#history') as unknown as PaymentHistoryElement | null;
    await history?.refreshPayment(detail.transactionNo, outcome);
  },
  onOpenPayment({ detail }: WechatMiniprogram.CustomEvent<OpenPaymentDetail>) {
    if (this.isLeaving) return;
    this.isLeaving = true;
    const url = paymentUrl('/pages/payment/payment', detail.transactionNo);
    wx.navigateTo({ url, fail: () => (this.isLeaving = false) });
  },
});
