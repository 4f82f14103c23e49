/** What stands below the last payment; with `further` it is up to the person whether more comes. */
export type ListFooter = 'none' | 'loading' | 'end' | 'further' | 'error';

/** Says whether more is coming, everything is here, more is to be asked for, or loading failed. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    footer: { type: String, value: 'none' satisfies ListFooter },
    text: String,
    /** The button's word. */
    retryText: String,
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry');
    },
  },
});
