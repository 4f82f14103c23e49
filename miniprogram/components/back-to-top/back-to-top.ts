/** A round button over the list that brings the person back to its beginning. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** What a screen reader says. */
    label: String,
  },
  methods: {
    onTap() {
      this.triggerEvent('back');
    },
  },
});
