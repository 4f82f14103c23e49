import { paymentNumbersFromRoute } from 'hydrogen-payment-history/features/shared/route';
import '../../configure';

Page({
  data: { isOpen: false, transactionNo: '', tradeNo: '' },
  onLoad(query) {
    this.setData({ isOpen: true, ...paymentNumbersFromRoute(query) });
  },
});
