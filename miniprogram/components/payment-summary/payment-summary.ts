import type { SummaryView } from './summary-view';

/** The head of a payment's own page: how, what, how much, and where it stands. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    summary: { type: Object, value: {} as SummaryView },
  },
});
