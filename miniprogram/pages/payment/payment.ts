import { cashier } from '../../demo/cashier';
import type { ContinuePaymentDetail } from '../../features/shared/continue-payment';
import { pageTitles } from '../../features/shared/page-titles';
import type { PaymentDetailElement } from '../../features/payment-detail/payment-detail';
import { routeValue } from '../../features/shared/route';

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
    void wx.setNavigationBarTitle({ title: pageTitles().detail });
  },
  async onContinuePayment({ detail }: WechatMiniprogram.CustomEvent<ContinuePaymentDetail>) {
    const outcome = await cashier().pay(detail.transactionNo);
    const element = this.selectComponent('#detail') as unknown as PaymentDetailElement | null;
    await element?.refreshPayment(detail.transactionNo, outcome);
  },
  async onPullDownRefresh() {
    const detail = this.selectComponent('#detail') as unknown as PaymentDetailElement | null;
    await detail?.refresh();
    void wx.stopPullDownRefresh();
  },
});
