import { paymentHistoryOf } from 'hydrogen-payment-history';

Page({
  onReachBottom() {
    void paymentHistoryOf(this, '#history')?.reachBottom();
  },
  async onPullDownRefresh() {
    await paymentHistoryOf(this, '#history')?.refresh('pull');
    wx.stopPullDownRefresh();
  },
});
