import type { CancelSignal } from '../../../miniprogram/core/cancellation';
import type { Page, PageRange, Row, Source } from '../../../miniprogram/state/paging/source';
import { settle } from './virtual-clock';

/** A request that the test answers. */
export interface Question {
  readonly range: PageRange;
  readonly signal: CancelSignal;
  answer(rows: readonly Row<string>[], page?: Partial<Page<string>>): Promise<void>;
  fail(error: Error): Promise<void>;
}

/** A source whose requests the test answers, in any order. */
export function manualSource() {
  const questions: Question[] = [];
  const source: Source<string> = {
    fetchPage: (range, signal) =>
      new Promise((resolve, reject) => {
        questions.push({
          range,
          signal,
          answer(rows, page = {}) {
            const isLast = rows.length < range.limit;
            resolve({ rows, isLast, totalCount: null, limit: range.limit, ...page });
            return settle();
          },
          fail(error) {
            reject(error);
            return settle();
          },
        });
      }),
  };
  return {
    sources: [source],
    questions,
    question(index: number): Question {
      const asked = questions[index];
      if (!asked) throw new Error(`only ${questions.length} requests were made`);
      return asked;
    },
  };
}
