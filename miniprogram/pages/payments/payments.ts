import {
  initialFilterFromRoute,
  monthFromRoute,
  type InitialFilter,
} from '../../features/payment-history/query/initial-filter';
import { ignored } from '../../features/shared/ignored';
import { pageTexts } from '../../features/shared/page-texts';
import { openPage } from '../../features/shared/route';
import { paymentHistoryOf } from '../../index';

/** The page of the user's payments; without a handler for sharing, WeChat does not offer to share it. */
Page({
  data: {
    /** Null until the route parameters are read. */
    preset: null as InitialFilter | null,
    statisticsPage: '',
    statisticsTitle: '',
  },
  pulls: 0,
  /** True from the tap on the statistics until this page is back, so that a second tap opens nothing. */
  isLeaving: false,
  onShow() {
    this.isLeaving = false;
  },
  onLoad(query) {
    const { statisticsPage, statisticsTitle } = pageTexts();
    const preset = initialFilterFromRoute(query);
    const month = monthFromRoute(query);
    this.setData({ preset, statisticsPage, statisticsTitle }, () => {
      if (month) paymentHistoryOf(this, '#history')?.goToMonth(month);
    });
  },
  onReady() {
    wx.setNavigationBarTitle({ title: pageTexts().historyTitle, fail: ignored });
  },
  async onReachBottom() {
    await paymentHistoryOf(this, '#history')?.reachBottom();
  },
  async onPullDownRefresh() {
    this.pulls += 1;
    const pull = this.pulls;
    await paymentHistoryOf(this, '#history')?.refresh('pull');
    // A later pull ends its own indicator.
    if (pull === this.pulls) wx.stopPullDownRefresh({ fail: ignored });
  },
  async onOpenStatistics() {
    if (this.isLeaving) return;
    this.isLeaving = true;
    this.isLeaving = await openPage(this.data.statisticsPage);
  },
});
