import type { PaymentHistoryElement } from '../../features/payment-history/payment-history';

/** The user's payments as a page of their own. */
Page({
  pulls: 0,
  async onPullDownRefresh() {
    this.pulls += 1;
    const pull = this.pulls;
    const history = this.selectComponent('#history') as unknown as PaymentHistoryElement | null;
    await history?.refresh();
    // Pulled again meanwhile: the sign of it belongs to the later pull.
    if (pull === this.pulls) void wx.stopPullDownRefresh();
  },
});
