import {
  paymentHistoryOf,
  type ContinuePaymentDetail,
  type OpenPaymentDetail,
} from 'hydrogen-payment-history';
import { openPaymentPage } from 'hydrogen-payment-history/features/shared/route';
import { checkOut } from '../../check-out';

Page({
  onOpenPayment({ detail }: WechatMiniprogram.CustomEvent<OpenPaymentDetail>) {
    void openPaymentPage('/pages/payment/payment', detail);
  },
  onReachBottom() {
    void paymentHistoryOf(this, '#history')?.reachBottom();
  },
  async onContinuePayment({ detail }: WechatMiniprogram.CustomEvent<ContinuePaymentDetail>) {
    const history = paymentHistoryOf(this, '#history');
    const outcome = await checkOut(detail.transactionNo);
    await history?.refreshPayment(detail.transactionNo, outcome);
  },
});
