/** One thing that is known, with its name. */
export interface FactView {
  readonly label: string;
  readonly value: string;
  /** What a screen reader says of its copy button; without it there is none. */
  readonly copyLabel?: string;
}

/** Detail of `copy`. */
export interface CopyDetail {
  /** What is to be copied. */
  readonly value: string;
}

/** Things by name, one in a line; numbers come with a way to copy them. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    facts: { type: Array, value: [] as readonly FactView[] },
    /** The word of a copy button. */
    copyText: String,
  },
  methods: {
    onCopy({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { nth } = currentTarget.dataset as { nth: number };
      const { value } = this.data.facts[nth] as FactView;
      const detail: CopyDetail = { value };
      this.triggerEvent('copy', detail);
    },
  },
});
