import { isApiError } from '../../services/api-error';
import type { Network } from '../../services/network';

/** What was read last: nothing is being read, something is, or it failed with this. */
export interface LastRun {
  readonly isBusy: boolean;
  /** Null unless it failed. */
  readonly error: unknown;
}

/** Repeats what the missing network let fail, once each time the network is back. */
export interface RetryWhenOnline {
  /** Takes where reading stands. */
  follow(run: LastRun): void;
  dispose(): void;
}

/** Nothing is repeated before there is a failure. */
export function createRetryWhenOnline(
  network: Network,
  retry: () => void,
  onChange: () => void,
): RetryWhenOnline {
  let last: LastRun = { isBusy: false, error: null };
  let isOwed = false;

  function pay(): void {
    if (!isOwed || last.isBusy) return;
    isOwed = false;
    if (isNetworkFailure(last.error)) retry();
  }

  const stop = network.onChange(() => {
    // What was sent while there was no network may yet fail for it.
    isOwed = !network.isOffline;
    onChange();
    pay();
  });
  return {
    follow(run) {
      last = run;
      pay();
    },
    dispose() {
      isOwed = false;
      stop();
    },
  };
}

/** Whether a failure is one that a network can mend. */
export function isNetworkFailure(error: unknown): boolean {
  return isApiError(error) && (error.kind === 'network' || error.kind === 'timeout');
}
