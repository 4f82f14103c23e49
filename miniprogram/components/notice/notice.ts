/** Where a notice stands: instead of the content, or in a line beside it. */
export type NoticeLayout = 'page' | 'inline';

/** What a notice is about. */
export type NoticeTone = 'empty' | 'error';

/** Tells the person something about the list, and offers what to do about it. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    layout: { type: String, value: 'page' satisfies NoticeLayout },
    tone: { type: String, value: 'error' satisfies NoticeTone },
    /** What happened. */
    title: String,
    /** What to do; left out when empty. */
    advice: String,
    /** The button's word; no button when empty. */
    action: String,
  },
  methods: {
    onAction() {
      this.triggerEvent('action');
    },
  },
});
