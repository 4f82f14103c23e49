/** Number of placeholder bars; half a year. */
const BARS = 6;

/** A static skeleton of a statistics card, shown while the first payments load. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** Accessible name; the skeleton itself contains no text. */
    label: String,
  },
  data: {
    bars: Array.from({ length: BARS }, (_, bar) => bar),
  },
});
