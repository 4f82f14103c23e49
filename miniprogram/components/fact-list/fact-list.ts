/** One labelled value of a payment. */
export interface FactView {
  readonly label: string;
  readonly value: string;
  /** Accessible name of the copy button; a fact without it has no button. */
  readonly copyLabel?: string;
}

/** Detail of the `copy` event. */
export interface CopyDetail {
  /** The text to copy. */
  readonly value: string;
}

type CopyTap = WechatMiniprogram.BaseEvent<
  WechatMiniprogram.IAnyObject,
  {
    /** Index of the fact. */
    nth: number;
  }
>;

/**
 * A list of labelled values, one per line, with copy buttons for numbers.
 *
 * @event copy {CopyDetail} A copy button was tapped. The parent copies the value; the component does not.
 */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** The facts in reading order; a fact with `copyLabel` has a copy button. */
    facts: { type: Array, value: [] as FactView[] },
    /** Text of every copy button. */
    copyText: String,
  },
  methods: {
    onCopy({ currentTarget }: CopyTap) {
      const fact = this.data.facts[currentTarget.dataset.nth];
      if (fact) this.triggerEvent('copy', { value: fact.value } satisfies CopyDetail);
    },
  },
});
