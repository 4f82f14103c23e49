import { paymentNumbersFromRoute } from 'hydrogen-payment-history/features/shared/route';

Page({
  data: { isOpen: false, transactionNo: '', tradeNo: '', number: '' },
  onLoad(query) {
    this.setData({ isOpen: true, ...paymentNumbersFromRoute(query) });
  },
});
