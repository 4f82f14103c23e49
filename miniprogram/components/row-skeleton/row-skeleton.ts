/** Number of placeholder rows; they fill the screen of a phone. */
const ROWS = 9;

/** A static skeleton of a month with rows, shown while the first page loads. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** Accessible name; the skeleton itself contains no text. */
    label: String,
  },
  data: {
    rows: Array.from({ length: ROWS }, (_, row) => row),
  },
});
