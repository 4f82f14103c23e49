import type { FaultMatch } from '../../../sandbox/faults';
import type { LoggedRequest } from '../../../sandbox/request-log';

/** How the person gets on once the cause is gone. */
export type WayOn = 'retry' | 'by itself' | 'pulling down';

/** One kind of request: how the person comes to need it, and what is seen when it fails. */
export interface Kind {
  readonly name: string;
  /** For docs/reliability.md: what the person did, and which requests the fault hits. */
  readonly about: string;
  /** Which requests the fault hits. */
  readonly match: FaultMatch;
  /** What is seen when the fault does no harm. */
  readonly well: string;
  /** What has to be on screen while the fault lasts. */
  readonly keeps: string;
  /** More requests than so many would be a storm. */
  readonly atMost: number;
  /** Before anything goes wrong. */
  prepare(): Promise<void>;
  /** Needs the request, once `goWrong` was called. */
  act(goWrong: () => Promise<void>): Promise<void>;
  /** Loses the network at the moment at which it hurts; before `act` unless told. */
  loseNetwork?(goOffline: () => Promise<void>): Promise<void>;
  /** Waits until nothing is on its way, and nothing on screen says that something were. */
  rest(): Promise<void>;
  /** The words of what is wrong; empty when all is well. */
  complaint(): Promise<string>;
  /** What is on screen. */
  kept(): Promise<string>;
  /** Does what a person has to do when the cause is gone; nothing where the network is back and that is enough. */
  goOn(isBackOnline: boolean): Promise<WayOn>;
  /** What is on screen, and what the database says should be. */
  outcome(): Promise<{ shown: unknown; right: unknown }>;
  /** Whether a request of the log is one of this kind's. */
  readonly counts: (request: LoggedRequest) => boolean;
}

/** The list, as both versions of the API have it. */
export const LIST = '/hserve/*/idp/pay/order/';
