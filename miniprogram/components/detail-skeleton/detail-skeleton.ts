/** As many as an ordinary payment has. */
const FACTS = 5;

/** The shape of a payment's own page, while the payment is on its way. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** What a screen reader says instead of the shapes. */
    label: String,
  },
  data: {
    facts: Array.from({ length: FACTS }, (_, fact) => fact),
  },
});
