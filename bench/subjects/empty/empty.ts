/** An empty page: the base of memory figures, and the first page of every run. */
Page({
  onLoad() {
    // The probe finds a page by its first setData.
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
