/** `page` replaces the content; `inline` is a line above or below it. */
export type NoticeLayout = 'page' | 'inline';

/** Chooses the mark of the page layout. */
export type NoticeTone = 'empty' | 'error';

/**
 * A message about the content: what happened, what the user can do, and a button.
 *
 * @event action The button was tapped.
 */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** `'page'` replaces the content, `'inline'` is a line above or below it. */
    layout: { type: String, value: 'page' satisfies NoticeLayout },
    /** `'empty'` or `'error'`; chooses the mark of the page layout. */
    tone: { type: String, value: 'error' satisfies NoticeTone },
    /** What happened. */
    title: String,
    /** What the user can do; empty to show no advice. */
    advice: String,
    /** Text of the button; empty to show no button. */
    action: String,
  },
  methods: {
    onAction() {
      this.triggerEvent('action');
    },
  },
});
