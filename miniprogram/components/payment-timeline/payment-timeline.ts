/** Outcome of a step; chooses the colour of its dot, which repeats what the text says. */
export type StepTone = 'done' | 'waiting' | 'partial' | 'failed' | 'open';

/** One step in the history of a payment. */
export interface StepView {
  /** Unique among the steps. */
  readonly key: string;
  readonly tone: StepTone;
  readonly title: string;
  /** The formatted time of the step, or what the step means. */
  readonly note: string;
}

/** The steps of one payment, from the first to the latest. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** The steps from the first to the latest. */
    steps: { type: Array, value: [] as StepView[] },
  },
});
