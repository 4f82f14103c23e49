import { isApiError } from '../../services/api-error';
import type { Network } from '../../services/network';

/** The last request of a feature. */
export interface LastRun {
  readonly isBusy: boolean;
  /** Null unless it failed. */
  readonly error: unknown;
}

/** Repeats a request that failed without network, once each time the network is back. */
export interface RetryWhenOnline {
  /** Takes the present state of the last request. */
  follow(run: LastRun): void;
  dispose(): void;
}

/** @param retry - Repeats the last request. */
export function createRetryWhenOnline(network: Network, retry: () => void): RetryWhenOnline {
  let last: LastRun = { isBusy: false, error: null };
  let isDue = false;

  function retryIfDue(): void {
    if (!isDue || last.isBusy) return;
    isDue = false;
    if (isNetworkFailure(last.error)) retry();
  }

  const stop = network.onChange(() => {
    // A request that was sent without network may still fail after the network is back.
    isDue = !network.isOffline;
    retryIfDue();
  });
  return {
    follow(run) {
      last = run;
      retryIfDue();
    },
    dispose() {
      isDue = false;
      stop();
    },
  };
}

/** Whether a request failed for lack of a working network. */
export function isNetworkFailure(error: unknown): boolean {
  return isApiError(error) && (error.kind === 'network' || error.kind === 'timeout');
}
