import { createCancellation, type CancelSignal, type Cancellation } from '../../core/cancellation';

/** At most one run at a time: a new run supersedes the run before it. */
export interface Runs {
  /** Resolves when the current run has succeeded, failed or was superseded; null without a run. */
  readonly settled: Promise<void> | null;
  /**
   * Starts `work` and then calls either `onDone` or `onFailed`; neither if the run is superseded first.
   *
   * @returns A promise that never rejects, like `settled`.
   */
  start<Result>(
    work: (signal: CancelSignal) => Promise<Result>,
    onDone: (result: Result) => void,
    onFailed: (error: unknown) => void,
  ): Promise<void>;
  /** Supersedes the current run without starting another. */
  cancel(): void;
}

/** Creates a run slot; nothing runs yet. A superseded run is cancelled, so its result is dropped. */
export function createRuns(): Runs {
  let running: { cancellation: Cancellation; settled: Promise<void> } | null = null;

  function cancel(): void {
    const superseded = running;
    running = null;
    superseded?.cancellation.cancel();
  }

  return {
    get settled() {
      return running ? running.settled : null;
    },
    start(work, onDone, onFailed) {
      cancel();
      const cancellation = createCancellation();
      const { signal } = cancellation;
      const superseded = new Promise<void>((resolve) => signal.onCancel(resolve));
      const started = async () => work(signal);
      const answered = started().then(
        (result) => {
          if (signal.cancelled) return;
          running = null;
          onDone(result);
        },
        (error: unknown) => {
          if (signal.cancelled) return;
          running = null;
          onFailed(error);
        },
      );
      const settled = Promise.race([answered, superseded]);
      running = { cancellation, settled };
      return settled;
    },
    cancel,
  };
}

/** Ends a run that was superseded while it waited. @throws If `signal` is cancelled. */
export function throwIfSuperseded(signal: CancelSignal): void {
  if (signal.cancelled) throw new Error('superseded');
}
