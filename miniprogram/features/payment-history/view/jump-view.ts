import type { JumpView } from '../../../components/month-sheet/month-sheet';
import { beijingTime } from '../../../domain/time';
import type { Texts } from '../../../texts/texts';
import { errorText } from '../../shared/error-text';
import { oldestTime, percentOf } from '../../shared/reading-progress';
import type { HistoryState } from '../history-state';
import type { YearMonth } from '../months';

type Facts = Pick<HistoryState, 'paging' | 'isWaiting'>;

/** Says how far back the list was read on the way to a month, and why it does not go on. */
export function jumpView({ paging, isWaiting }: Facts, target: YearMonth, texts: Texts): JumpView {
  const { confirmed, total, error } = paging;
  const read = paging.items.slice(0, confirmed);
  const oldest = oldestTime(read);
  const at = oldest === null ? null : beijingTime(oldest);
  const { months, statistics } = texts;
  const failure = error === null ? null : errorText(error, texts);
  return {
    title: months.goingTo(texts.month(target.year, target.month)),
    progress: [
      ...(at ? [months.readTo(texts.month(at.year, at.month))] : []),
      statistics.read(confirmed, total !== null && total >= confirmed ? total : null),
    ].join(' · '),
    percent: percentRead(read[0]?.createdAt ?? null, oldest, target),
    wait: isWaiting ? statistics.waiting : '',
    failure: failure ? texts.loadMoreFailed(failure.happened) : '',
    retry: texts.retry,
  };
}

/** The read part of the time from the newest payment back to the month; null where it is unknown. */
function percentRead(newest: number | null, oldest: number | null, { year, month }: YearMonth) {
  if (newest === null || oldest === null) return null;
  // The end of the month: `Date.UTC` counts months from 0.
  const goal = Date.UTC(year, month) / 1000;
  return percentOf((newest - oldest) / Math.max(1, newest - goal));
}
