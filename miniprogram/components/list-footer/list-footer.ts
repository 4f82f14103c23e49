/** What the list shows below its last row; `further` offers a button that continues a search. */
export type ListFooter = 'none' | 'loading' | 'end' | 'further' | 'error';

/**
 * The end of the list: loading, end of list, a button to continue, or an error with a retry button.
 *
 * @event retry The button was tapped.
 */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** `'none'`, `'loading'`, `'end'`, `'further'` or `'error'`. */
    footer: { type: String, value: 'none' satisfies ListFooter },
    /** Visible text. */
    text: String,
    /** Text of the button in the states `'error'` and `'further'`. */
    retryText: String,
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry');
    },
  },
});
