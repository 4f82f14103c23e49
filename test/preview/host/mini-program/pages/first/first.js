const { log } = getApp();

Page({
  data: {
    title: 'first',
    value: 'probe',
    shown: false,
    items: ['a', 'b'],
    text: '',
    custom: null,
    told: '',
  },
  onLoad: (query) => log.push(`first onLoad ${JSON.stringify(query)}`),
  onShow: () => log.push('first onShow'),
  onReady: () => log.push('first onReady'),
  onHide: () => log.push('first onHide'),
  onUnload: () => log.push('first onUnload'),
  onTap() {
    this.setData({ title: 'tapped' });
  },
  onLongPress: () => log.push('first longpress'),
  onCustom({ detail }) {
    this.setData({ custom: detail });
  },
  onProbe: ({ detail }) => log.push(`first probe ${detail.taps}`),
  onInput({ detail }) {
    this.setData({ text: detail.value });
  },
  onTurn({ detail }) {
    this.setData({ custom: detail.current });
  },
  say() {
    console.log('said by hand');
    throw new Error('thrown by hand');
  },
  toast() {
    wx.showLoading({ title: 'wait' });
    wx.showToast({ title: 'done' });
  },
  tellConditions() {
    const { theme, fontSizeScaleFactor } = wx.getAppBaseInfo();
    this.setData({ told: `${theme} ${fontSizeScaleFactor}` });
  },
  go: () => wx.navigateTo({ url: '/pages/tall/tall' }),
  add: (a, b) => a + b,
  later: (value) => new Promise((resolve) => setTimeout(() => resolve(value), 10)),
  fail() {
    throw new Error('as asked for');
  },
});
