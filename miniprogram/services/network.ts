import { createEvent } from '../core/event';
import type { Platform } from './platform';

/** Whether the phone is connected to a network. */
export interface Network {
  /** False until WeChat reports that there is no network: until then requests are sent. */
  readonly isOffline: boolean;
  /** Calls `listener` each time `isOffline` changes. @returns A function that removes it. */
  onChange(listener: () => void): () => void;
}

/** Starts to watch the phone's network. */
export function watchNetwork({ onNetwork }: Pick<Platform, 'onNetwork'>): Network {
  const changed = createEvent();
  let isOffline = false;
  onNetwork((isConnected) => {
    // WeChat also reports a change from one network to another, such as wifi to 4g.
    if (isOffline === !isConnected) return;
    isOffline = !isConnected;
    changed.emit();
  });
  return {
    get isOffline() {
      return isOffline;
    },
    onChange: changed.subscribe,
  };
}
