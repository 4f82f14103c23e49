import type { OrderStatus } from '../../domain/order';

/** The status of a payment as a text on a coloured ground. */
Component({
  options: { virtualHost: true },
  externalClasses: ['custom-class'],
  properties: {
    /**
     * Chooses the colour.
     *
     * @type {'pending' | 'success' | 'failed' | 'unknown'}
     */
    status: { type: String, value: 'unknown' satisfies OrderStatus },
    /** Visible text. */
    text: String,
  },
});
