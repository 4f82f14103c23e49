/** A page with nothing on it: what every other one is compared with, and where a run starts and ends. */
Page({
  onLoad() {
    // Whoever measures learns of a page by its first setData.
    this.setData({ open: true });
  },
  open(url: string) {
    void wx.navigateTo({ url });
  },
  forgetStored() {
    wx.clearStorageSync();
  },
  back() {
    void wx.navigateBack();
  },
});
