import { cashier } from '../../demo/cashier';
import { pageTexts } from '../../features/shared/page-texts';
import { routeValue } from '../../features/shared/route';
import { paymentDetailOf, type ContinuePaymentDetail } from '../../index';

/** The page of one payment, by `transaction_no` or `trade_no`. */
Page({
  data: { isOpen: false, transactionNo: '', tradeNo: '' },
  onLoad({ transaction_no, trade_no }) {
    this.setData({
      isOpen: true,
      transactionNo: routeValue(transaction_no),
      tradeNo: routeValue(trade_no),
    });
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
