const { log } = getApp();

Page({
  data: { scrolledTo: 0 },
  onPageScroll({ scrollTop }) {
    this.setData({ scrolledTo: scrollTop });
  },
  onReachBottom: () => log.push('tall onReachBottom'),
  onPullDownRefresh: () => log.push('tall onPullDownRefresh'),
  watch(selector, bottom) {
    const observer = this.createIntersectionObserver();
    observer.relativeToViewport({ bottom }).observe(selector, ({ intersectionRatio }) => {
      log.push(`${selector} ${intersectionRatio > 0 ? 'seen' : 'gone'}`);
    });
  },
});
