import { cashier } from '../../demo/cashier';
import {
  initialFilterFromRoute,
  type InitialFilter,
} from '../../features/payment-history/query/initial-filter';
import { pageTexts } from '../../features/shared/page-texts';
import { openPaymentPage } from '../../features/shared/route';
import { paymentHistoryOf, type ContinuePaymentDetail, type OpenPaymentDetail } from '../../index';

/** The page of the user's payments. */
Page({
  data: {
    /** Null until the route parameters are read. */
    preset: null as InitialFilter | null,
    statisticsTitle: '',
  },
  pulls: 0,
  /** True from the tap on a payment until this page is back, so that a second tap opens nothing. */
  isLeaving: false,
  onShow() {
    this.isLeaving = false;
  },
  onLoad(query) {
    const { statisticsTitle } = pageTexts();
    this.setData({ preset: initialFilterFromRoute(query), statisticsTitle });
  },
  async onPullDownRefresh() {
    this.pulls += 1;
    const pull = this.pulls;
    await paymentHistoryOf(this, '#history')?.refresh('pull');
    // A later pull ends its own indicator.
    if (pull === this.pulls) void wx.stopPullDownRefresh();
  },
  async onReachBottom() {
    await paymentHistoryOf(this, '#history')?.reachBottom();
  },
  onReady() {
    void wx.setNavigationBarTitle({ title: pageTexts().historyTitle });
  },
  onOpenStatistics() {
    void wx.navigateTo({ url: '/pages/statistics/statistics' });
  },
  async onContinuePayment({ detail }: WechatMiniprogram.CustomEvent<ContinuePaymentDetail>) {
    // Found first: the person may leave this page before WeChat asks them to pay.
    const element = paymentHistoryOf(this, '#history');
    const outcome = await cashier().pay(detail.transactionNo);
    await element?.refreshPayment(detail.transactionNo, outcome);
  },
  async onOpenPayment({ detail }: WechatMiniprogram.CustomEvent<OpenPaymentDetail>) {
    if (this.isLeaving) return;
    this.isLeaving = true;
    this.isLeaving = await openPaymentPage('/pages/payment/payment', detail);
  },
});
