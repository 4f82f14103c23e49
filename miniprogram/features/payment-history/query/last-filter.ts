import { NO_FILTER, type HistoryFilter } from './filter';

let last: HistoryFilter = NO_FILTER;

/** The filter that the person chose last since the mini program started. */
export function lastFilter(): HistoryFilter {
  return last;
}

/** Keeps a filter in memory until the mini program ends. */
export function rememberFilter(filter: HistoryFilter): void {
  last = filter;
}
