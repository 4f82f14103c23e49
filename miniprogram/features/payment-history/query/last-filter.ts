import type { PaymentHistory } from '../../../configure';
import { NO_FILTER, type HistoryFilter } from './filter';

/** What reports that the user changes. */
type UserScope = Pick<PaymentHistory, 'orders'>;

const last = new WeakMap<UserScope, HistoryFilter>();

/** The filter that the signed-in user chose last since the mini program started. */
export function lastFilter(module: UserScope): HistoryFilter {
  return last.get(module) ?? NO_FILTER;
}

/** Keeps a filter in memory until the mini program ends or the user changes. */
export function rememberFilter(module: UserScope, filter: HistoryFilter): void {
  if (!last.has(module)) {
    const stop = module.orders.onUserChange(() => {
      last.delete(module);
      stop();
    });
  }
  last.set(module, filter);
}
