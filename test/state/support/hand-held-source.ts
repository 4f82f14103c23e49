import type { CancelSignal } from '../../../miniprogram/core/cancellation';
import type { Page, PageRange } from '../../../miniprogram/state/paging/page';
import { settle } from './virtual-clock';

/** A question that waits for the test to answer it. */
export interface Question {
  readonly range: PageRange;
  readonly signal: CancelSignal;
  answer(items: readonly string[], page?: Partial<Page<string>>): Promise<void>;
  fail(error: Error): Promise<void>;
}

/** A source whose answers are given by hand, in any order. */
export function handHeldSource() {
  const questions: Question[] = [];
  const fetchPage = (range: PageRange, signal: CancelSignal) =>
    new Promise<Page<string>>((resolve, reject) => {
      questions.push({
        range,
        signal,
        answer(items, page = {}) {
          const isLast = items.length < range.limit;
          resolve({ items, isLast, total: null, limit: range.limit, ...page });
          return settle();
        },
        fail(error) {
          reject(error);
          return settle();
        },
      });
    });
  return {
    fetchPage,
    questions,
    question(index: number): Question {
      const asked = questions[index];
      if (!asked) throw new Error(`only ${questions.length} questions were asked`);
      return asked;
    },
  };
}
