import type { Order } from '../../domain/order';
import type { PagingPhase } from '../../state/paging/paging-state';
import type { HistoryScreen } from './history-data';
import type { DataDiff } from '../shared/data-diff';
import { measureViewport, type Watcher } from './viewport';

/** The part of the `<payment-history>` that is needed to show something on it. */
export interface ScreenElement extends Watcher {
  readonly data: { phase: PagingPhase };
  setData(patch: DataDiff, done: () => void): void;
  /** Begins to watch what comes on screen, anew. */
  watch(): void;
  /** Leads to a payment. */
  openPayment(transactionNo: Order['transactionNo']): void;
}

/** Scrolls the page, without a way between. */
export const scrollPage = (scrollTop: number) => void wx.pageScrollTo({ scrollTop, duration: 0 });

/** The element as the screen of its history. */
export function elementScreen(element: ScreenElement): HistoryScreen {
  return {
    show(patch, scrollTop) {
      if (Object.keys(patch).length === 0) return element.watch();
      element.setData(patch, () => {
        if (scrollTop !== null) scrollPage(scrollTop);
        element.watch();
      });
    },
    enter(phase) {
      element.data.phase = phase;
    },
    measure: () => measureViewport(element),
    open: ({ transactionNo }) => element.openPayment(transactionNo),
  };
}
