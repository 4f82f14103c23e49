import { createEvent } from '../core/event';

/** Whether requests wait because the limit per minute is reached. */
export interface Pace {
  readonly isWaiting: boolean;
  /** Calls `listener` each time `isWaiting` changes. @returns A function that removes it. */
  onChange(listener: () => void): () => void;
}

/** Starts without a wait; `set` takes what the HTTP client reports. */
export function createPace(): Pace & { readonly set: (isWaiting: boolean) => void } {
  const changed = createEvent();
  let isWaiting = false;
  return {
    get isWaiting() {
      return isWaiting;
    },
    onChange: changed.subscribe,
    set(next) {
      isWaiting = next;
      changed.emit();
    },
  };
}
