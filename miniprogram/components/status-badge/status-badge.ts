import type { OrderStatus } from '../../domain/order';

/** Where a payment stands, in one word on its colour. */
Component({
  options: { virtualHost: true },
  externalClasses: ['custom-class'],
  properties: {
    /** Chooses the colour. */
    status: { type: String, value: 'unknown' satisfies OrderStatus },
    /** The word. */
    text: String,
  },
});
