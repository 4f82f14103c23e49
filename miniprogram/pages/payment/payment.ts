import { cashier } from '../../demo/cashier';
import { pageTexts } from '../../features/shared/page-texts';
import { paymentNumbersFromRoute } from '../../features/shared/route';
import { paymentDetailOf, type ContinuePaymentDetail } from '../../index';

/** The page of one payment, by `transaction_no`, `trade_no` or the `scene` of a mini program code. */
Page({
  data: { isOpen: false, transactionNo: '', tradeNo: '', number: '' },
  onLoad(query) {
    this.setData({ isOpen: true, ...paymentNumbersFromRoute(query) });
  },
  onReady() {
    void wx.setNavigationBarTitle({ title: pageTexts().detailTitle });
  },
  async onContinuePayment({ detail }: WechatMiniprogram.CustomEvent<ContinuePaymentDetail>) {
    // Found first: the person may leave this page before WeChat asks them to pay.
    const element = paymentDetailOf(this, '#detail');
    const outcome = await cashier().pay(detail.transactionNo);
    await element?.refreshPayment(detail.transactionNo, outcome);
  },
  async onPullDownRefresh() {
    await paymentDetailOf(this, '#detail')?.refresh();
    void wx.stopPullDownRefresh();
  },
});
