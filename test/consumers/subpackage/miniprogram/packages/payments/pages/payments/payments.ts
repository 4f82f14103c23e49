import { paymentHistoryOf } from 'hydrogen-payment-history';
import '../../configure';

Page({
  onReachBottom() {
    void paymentHistoryOf(this, '#history')?.reachBottom();
  },
  async onPullDownRefresh() {
    await paymentHistoryOf(this, '#history')?.refresh('pull');
    wx.stopPullDownRefresh();
  },
});
