import type { PaymentHistoryElement } from '../../features/payment-history/payment-history';

/** The user's payments as a page of their own. */
Page({
  async onPullDownRefresh() {
    const history = this.selectComponent('#history') as unknown as PaymentHistoryElement | null;
    await history?.refresh();
    void wx.stopPullDownRefresh();
  },
});
