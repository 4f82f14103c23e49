import type { StepView } from './step-view';

/** What became of a payment, from the first step to the latest. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    steps: { type: Array, value: [] as readonly StepView[] },
  },
});
