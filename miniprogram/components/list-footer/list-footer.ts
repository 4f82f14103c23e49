/** What stands below the last payment. */
export type ListFooter = 'none' | 'loading' | 'end' | 'error';

/** Says whether more is coming, everything is here, or loading failed. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    footer: { type: String, value: 'none' satisfies ListFooter },
    text: String,
    /** The word of the error's button. */
    retryText: String,
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry');
    },
  },
});
