/** One action for a payment. */
export interface ActionView {
  /** Unique in the list. */
  readonly key: string;
  readonly text: string;
}

/** Detail of the `tapAction` event. */
export interface TapActionDetail {
  /** `ActionView.key` of the action. */
  readonly key: string;
}

type Tap = WechatMiniprogram.BaseEvent<WechatMiniprogram.IAnyObject, { readonly key: string }>;

/**
 * Actions for a payment, in a grid of two columns.
 *
 * @event tapAction {TapActionDetail} An action was tapped; `key` is that of its `actions`.
 */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** The actions in reading order. */
    actions: { type: Array, value: [] as ActionView[] },
  },
  methods: {
    onTap({ currentTarget }: Tap) {
      const { key } = currentTarget.dataset;
      this.triggerEvent('tapAction', { key } satisfies TapActionDetail);
    },
  },
});
