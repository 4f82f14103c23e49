/**
 * For a device: say `measureOnDevice(this)` in `attached` of features/payment-history and components/payment-chunk
 * in a build of your own, open the history in WeChat, scroll, and read the console. Nothing in the product does.
 */

type Measured = Pick<
  WechatMiniprogram.Component.TrivialInstance,
  'is' | 'setUpdatePerformanceListener'
>;

type Entry = Record<'entryType' | 'name' | 'startTime' | 'duration', unknown>;

/** Tells the console what each setData of a component cost, and what led to the first screen. */
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
    for (const {
      entryType,
      name,
      startTime,
      duration,
    } of entries.getEntries() as readonly Entry[]) {
      console.info('performance', { entryType, name, startTime, duration });
    }
  });
  observer.observe({ entryTypes: ['navigation', 'render', 'script'] });
}
