/**
 * A sticky line that says that the device is offline. The component stays mounted without a text, because a
 * screen reader announces only changes inside an existing live region.
 */
Component({
  properties: {
    /** Text of the banner; empty to show no banner. */
    text: String,
  },
});
