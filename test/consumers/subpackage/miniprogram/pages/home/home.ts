Page({
  onPayments() {
    void wx.navigateTo({ url: '/packages/payments/pages/payments/payments' });
  },
});
