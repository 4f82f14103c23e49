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
    void wx.setNavigationBarTitle({ title: pageTexts().detailTitle });
  },
  async onPullDownRefresh() {
    await paymentDetailOf(this, '#detail')?.refresh();
    void wx.stopPullDownRefresh();
  },
});
