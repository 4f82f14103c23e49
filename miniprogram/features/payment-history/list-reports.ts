import type { FindRequest } from '../../components/find-bar/find-bar';
import type { PaymentHistory } from '../../configure';
import type { PagingPhase, PagingState } from '../../state/paging/paging-state';
import { kindOf } from '../shared/error-text';

/** What the setting `onEvent` learns of a list. Evaluated where the app has that setting. */
export interface ListReports {
  /** Takes each state of the list. */
  follow(paging: PagingState<unknown>): void;
  /** Takes each request of the find bar, and whether it found a payment by its number. */
  find(request: FindRequest, isFound: boolean): void;
}

/** Reports what was read, searched and filtered. */
export function createListReports(report: NonNullable<PaymentHistory['report']>): ListReports {
  let last: PagingPhase = 'idle';
  return {
    follow({ phase, items, isLast, error }) {
      const before = last;
      last = phase;
      if (phase === before) return;
      if (error) report({ name: 'list-failed', error: kindOf(error) });
      if (phase === 'ready' && (before === 'loading' || before === 'refreshing'))
        report({ name: 'list-read', payments: items.length, isComplete: isLast });
    },
    find({ what }, isFound) {
      if (what === 'search') report({ name: 'searched', isFound });
      else if (what !== 'retry') report({ name: 'filtered', by: what });
    },
  };
}
