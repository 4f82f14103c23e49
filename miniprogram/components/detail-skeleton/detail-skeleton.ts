/** Number of placeholder lines; an ordinary payment has as many facts. */
const FACTS = 5;

/** A static skeleton of the payment detail page, shown while the payment loads. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** Accessible name; the skeleton itself contains no text. */
    label: String,
  },
  data: {
    facts: Array.from({ length: FACTS }, (_, fact) => fact),
  },
});
