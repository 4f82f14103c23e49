const { log } = getApp();

Page({
  onLoad(query) {
    log.push(`second onLoad ${JSON.stringify(query)}`);
    if (query.redirect) wx.redirectTo({ url: `/pages/${query.redirect}/${query.redirect}` });
  },
  onShow: () => log.push('second onShow'),
  onReady: () => log.push('second onReady'),
  onHide: () => log.push('second onHide'),
  onUnload: () => log.push('second onUnload'),
});
