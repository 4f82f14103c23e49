/** Says that the phone is offline, and stays in sight while one scrolls. Always there, so that screen readers hear it come. */
Component({
  properties: {
    /** What to say; no banner when empty. */
    text: String,
  },
});
