import type { Phone } from './phone';
import type { World } from './world';

/** What an experiment works with. */
export interface Lab {
  readonly world: World;
  /** How often what is noisy is repeated; a quick run is for a first impression. */
  readonly isQuick: boolean;
  readonly newPhone: () => Promise<Phone>;
  /** Does something on a phone of its own. */
  withPhone<Result>(work: (phone: Phone) => Promise<Result>): Promise<Result>;
  /** Tells the person who waits what is being measured. */
  say(line: string): void;
}

/** Lets time pass. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));
