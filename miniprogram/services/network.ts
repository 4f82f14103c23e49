import { createEvent } from '../core/event';
import { isApiError } from './api-error';
import type { HttpClient } from './http/client';
import type { Platform } from './platform';

/** Whether the phone is connected to a network. */
export interface Network {
  /** False until WeChat reports that there is no network: until then requests are sent. */
  readonly isOffline: boolean;
  /** Calls `listener` each time `isOffline` changes. @returns A function that removes it. */
  onChange(listener: () => void): () => void;
  /**
   * Passes requests on. One that is sent without network and is answered, also by an error, ends `isOffline`:
   * WeChat may not report that the network is back.
   */
  provenBy(client: HttpClient): HttpClient;
}

/** Starts to watch the phone's network. */
export function watchNetwork({ onNetwork }: Pick<Platform, 'onNetwork'>): Network {
  const changed = createEvent();
  let isOffline = false;
  function set(isConnected: boolean): void {
    // WeChat also reports a change from one network to another, such as wifi to 4g.
    if (isOffline === !isConnected) return;
    isOffline = !isConnected;
    changed.emit();
  }
  onNetwork(set);
  return {
    get isOffline() {
      return isOffline;
    },
    onChange: changed.subscribe,
    provenBy: (client) => ({
      ...client,
      async get(...request) {
        // The answer to an earlier request may arrive after the network was lost.
        const wasOffline = isOffline;
        try {
          const body = await client.get(...request);
          if (wasOffline) set(true);
          return body;
        } catch (error) {
          if (wasOffline && isApiError(error) && error.status !== null) set(true);
          throw error;
        }
      },
    }),
  };
}
