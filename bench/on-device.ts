/**
 * Measures on a real device: call `measureOnDevice(this)` in `attached` of features/payment-history and
 * components/payment-chunk in your own build, open the history in WeChat, scroll, and read the console.
 * The product itself does not use this module.
 */

type Measured = Pick<
  WechatMiniprogram.Component.TrivialInstance,
  'is' | 'setUpdatePerformanceListener'
>;

type Entry = Record<'entryType' | 'name' | 'startTime' | 'duration', unknown>;

/** Logs the cost of each setData of a component, and the performance entries of the first screen. */
export function measureOnDevice(component: Measured): void {
  component.setUpdatePerformanceListener({ withDataPaths: true }, (update) => {
    const { pendingStartTimestamp, updateStartTimestamp, updateEndTimestamp, dataPaths } = update;
    console.info('setData', {
      component: component.is,
      waited: updateStartTimestamp - pendingStartTimestamp,
      took: updateEndTimestamp - updateStartTimestamp,
      paths: dataPaths,
    });
  });
  const observer = wx.getPerformance().createObserver((entries: WechatMiniprogram.EntryList) => {
    for (const entry of entries.getEntries() as readonly Entry[]) {
      const { entryType, name, startTime, duration } = entry;
      console.info('performance', { entryType, name, startTime, duration });
    }
  });
  observer.observe({ entryTypes: ['navigation', 'render', 'script'] });
}
