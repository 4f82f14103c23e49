/**
 * A round floating button that asks its parent to scroll back to the top of the list.
 *
 * @event back The button was tapped.
 */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** Accessible name of the button. */
    label: String,
  },
  methods: {
    onTap() {
      this.triggerEvent('back');
    },
  },
});
