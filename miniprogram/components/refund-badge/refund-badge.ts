import type { RefundStatus } from '../../domain/order';

/** The state of a refund as a text on a coloured ground; a payment without a refund has no such badge. */
Component({
  options: { virtualHost: true },
  externalClasses: ['custom-class'],
  properties: {
    /**
     * Chooses the colour.
     *
     * @type {'partial' | 'complete' | 'failed' | 'unknown'}
     */
    refund: { type: String, value: 'unknown' satisfies RefundStatus },
    /** Visible text. */
    text: String,
  },
});
