import type { Platform } from './platform';

/** Whether the phone has a network. */
export interface Network {
  /** False until the phone says so: whoever does not know tries. */
  readonly isOffline: boolean;
  /** Calls when that changes; the result ends it. */
  onChange(listener: () => void): () => void;
}

/** Watches the phone's network from now on. */
export function watchNetwork({ onNetwork }: Pick<Platform, 'onNetwork'>): Network {
  const listeners = new Set<() => void>();
  let isOffline = false;
  onNetwork((isConnected) => {
    // Another network is no change: WeChat tells of 4g after wifi as well.
    if (isOffline === !isConnected) return;
    isOffline = !isConnected;
    listeners.forEach((listener) => listener());
  });
  return {
    get isOffline() {
      return isOffline;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
