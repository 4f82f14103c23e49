import { ignored } from '../../features/shared/ignored';
import { pageTexts } from '../../features/shared/page-texts';
import { paymentNumbersFromRoute } from '../../features/shared/route';
import { paymentDetailOf } from '../../index';

/**
 * The page of one payment, by `transaction_no`, `trade_no` or the `scene` of a mini program code; without a
 * handler for sharing, WeChat does not offer to share it.
 */
Page({
  data: { isOpen: false, transactionNo: '', tradeNo: '', number: '' },
  onLoad(query) {
    this.setData({ isOpen: true, ...paymentNumbersFromRoute(query) });
  },
  onReady() {
    wx.setNavigationBarTitle({ title: pageTexts().detailTitle, fail: ignored });
  },
  async onPullDownRefresh() {
    await paymentDetailOf(this, '#detail')?.refresh();
    wx.stopPullDownRefresh({ fail: ignored });
  },
});
