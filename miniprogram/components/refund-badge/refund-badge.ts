import type { RefundStatus } from '../../domain/order';

/** What became of a refund, in one word on its colour; not for payments without one. */
Component({
  options: { virtualHost: true },
  externalClasses: ['custom-class'],
  properties: {
    /** Chooses the colour. */
    refund: { type: String, value: 'unknown' satisfies RefundStatus },
    /** The word. */
    text: String,
  },
});
