const { log } = getApp();

Component({
  properties: { value: { type: String, value: 'probe' } },
  data: { taps: 0 },
  lifetimes: {
    created: () => log.push('component created'),
    attached: () => log.push('component attached'),
    ready: () => log.push('component ready'),
    detached: () => log.push('component detached'),
  },
  pageLifetimes: {
    show: () => log.push('component show'),
    hide: () => log.push('component hide'),
  },
  methods: {
    onTap() {
      this.setData({ taps: this.data.taps + 1 });
      this.triggerEvent('probe', { taps: this.data.taps });
    },
    double: (number) => number * 2,
  },
});
