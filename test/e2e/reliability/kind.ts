import type { FaultMatch } from '../../../sandbox/faults';
import type { LoggedRequest } from '../../../sandbox/request-log';

/** What brings the correct payments after the cause is gone. */
export type Recovery = 'retry' | 'automatic' | 'pull-down';

/** One kind of request: how it is caused, and what the screen shows when it fails. */
export interface Kind {
  readonly name: string;
  /** For docs/reliability.md: the situation, and the requests that the fault hits. */
  readonly description: string;
  /** The requests that the fault hits. */
  readonly match: FaultMatch;
  /** What the screen shows when the fault causes no problem. */
  readonly success: string;
  /** The content that must stay on screen during the fault. */
  readonly keeps: string;
  /** The largest number of requests during the fault. */
  readonly maxRequests: number;
  /** Prepares the screen before the fault. */
  prepare(): Promise<void>;
  /** Calls `injectFault`, then causes the request. */
  act(injectFault: () => Promise<void>): Promise<void>;
  /**
   * Loses the network at the critical moment.
   *
   * @default in `act`, before the request
   */
  loseNetwork?(goOffline: () => Promise<void>): Promise<void>;
  /** Waits until no request is pending and no loading indicator is shown. */
  settle(): Promise<void>;
  /** The error text on screen; empty without an error. */
  problem(): Promise<string>;
  /** The content on screen. */
  kept(): Promise<string>;
  /** Recovers after the cause is gone; when the network is back, nothing has to be done. */
  recover(isBackOnline: boolean): Promise<Recovery>;
  /** The payments on screen, and the payments of the database. */
  outcome(): Promise<{ shown: unknown; expected: unknown }>;
  /** Whether a logged request belongs to this kind. */
  readonly counts: (request: LoggedRequest) => boolean;
}

/** The path of the list in every API version. */
export const LIST = '/hserve/*/idp/pay/order/';
