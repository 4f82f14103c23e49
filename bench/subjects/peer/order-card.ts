/** As much of an order as our own row shows, in as many elements. */
Component({
  properties: { order: { type: Object, value: {} } },
});
