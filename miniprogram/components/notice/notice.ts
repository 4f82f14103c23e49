/** `page` replaces the content; `inline` is a line above or below it. */
export type NoticeLayout = 'page' | 'inline';

/** Chooses the mark of the page layout. */
export type NoticeTone = 'empty' | 'error';

/** A message about the content: what happened, what the user can do, and a button. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    layout: { type: String, value: 'page' satisfies NoticeLayout },
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
