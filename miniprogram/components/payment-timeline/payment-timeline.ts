/** How a step ended; chooses the dot's colour, which says nothing that the words do not. */
export type StepTone = 'done' | 'waiting' | 'partial' | 'failed' | 'open';

/** One step in the course of a payment. */
export interface StepView {
  readonly tone: StepTone;
  readonly title: string;
  /** When it was, or what it means. */
  readonly note: string;
}

/** What became of a payment, from the first step to the latest. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    steps: { type: Array, value: [] as readonly StepView[] },
  },
});
