/** Fills a phone's screen. */
const ROWS = 9;

/** The shape of a month with payments, while the first of them are on their way. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** What a screen reader says instead of the shapes. */
    label: String,
  },
  data: {
    rows: Array.from({ length: ROWS }, (_, row) => row),
  },
});
