import { NO_FILTER, type HistoryFilter } from './filter';

let last: HistoryFilter = NO_FILTER;

/** The filter that was last chosen since the mini program was started. */
export function lastFilter(): HistoryFilter {
  return last;
}

/** Remembers a filter until the mini program ends; nothing of it is stored. */
export function rememberFilter(filter: HistoryFilter): void {
  last = filter;
}
