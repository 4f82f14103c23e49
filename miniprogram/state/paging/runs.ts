import { createCancellation, type CancelSignal, type Cancellation } from '../../core/cancellation';

/** At most one run at a time; who starts another supersedes the one before. */
export interface Runs {
  /** Settles when the run under way has landed, failed or was superseded; null when there is none. */
  readonly settled: Promise<void> | null;
  /**
   * Starts `work`. Of `onDone` and `onFailed` one is told, unless the run is superseded first: then
   * neither ever is.
   */
  start<Result>(
    work: (signal: CancelSignal) => Promise<Result>,
    onDone: (result: Result) => void,
    onFailed: (error: unknown) => void,
  ): Promise<void>;
  /** Supersedes the run under way by nothing. */
  cancel(): void;
}

/** A run is known by its cancellation: whoever supersedes it cancels it, so its answer cannot land. */
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
