import type { PaymentHistory } from '../../../configure';
import { NO_FILTER, type HistoryFilter } from './filter';

type Owner = Pick<PaymentHistory, 'orders'>;

const last = new WeakMap<Owner, HistoryFilter>();

/** The filter that the signed-in user chose last since the mini program started. */
export function lastFilter(module: Owner): HistoryFilter {
  return last.get(module) ?? NO_FILTER;
}

/** Keeps a filter in memory until the mini program ends or the user changes. */
export function rememberFilter(module: Owner, filter: HistoryFilter): void {
  if (!last.has(module)) {
    const stop = module.orders.onUserChange(() => {
      last.delete(module);
      stop();
    });
  }
  last.set(module, filter);
}
