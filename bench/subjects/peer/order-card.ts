/** Shows the same facts as our row with the same number of elements. */
Component({
  properties: { order: { type: Object, value: {} } },
});
