import { paymentDetailOf, type ContinuePaymentDetail } from 'hydrogen-payment-history';
import { paymentNumbersFromRoute } from 'hydrogen-payment-history/features/shared/route';
import { checkOut } from '../../check-out';

Page({
  data: { isOpen: false, transactionNo: '', tradeNo: '' },
  onLoad(query) {
    this.setData({ isOpen: true, ...paymentNumbersFromRoute(query) });
  },
  async onContinuePayment({ detail }: WechatMiniprogram.CustomEvent<ContinuePaymentDetail>) {
    const element = paymentDetailOf(this, '#detail');
    const outcome = await checkOut(detail.transactionNo);
    await element?.refreshPayment(detail.transactionNo, outcome);
  },
});
