const log = [];

App({
  /** What happened, in order; tests read and empty it. */
  log,
  onLaunch: ({ path }) => log.push(`app onLaunch ${path}`),
  onShow: () => log.push('app onShow'),
  onHide: () => log.push('app onHide'),
  onError: (error) => log.push(`app onError ${error.split('\n')[0]}`),
  onThemeChange: ({ theme }) => log.push(`app onThemeChange ${theme}`),
});
