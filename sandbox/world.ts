import { Tokens } from './auth';
import { readClock } from './clock';
import { OrderDatabase } from './database';
import { Faults } from './faults';
import { RequestLog } from './request-log';
import { seedOrders } from './seed/seed-orders';
import { changeSettings, type Settings, type SettingsChange } from './settings';
import { seededUsers } from './users';

/** The state of the sandbox. */
export class World {
  readonly database = new OrderDatabase();
  readonly faults = new Faults();
  readonly requests = new RequestLog();
  readonly tokens = new Tokens(() => this.now());
  /** Users that exist, and therefore log in without `create_user`. */
  readonly users = new Set<number>();
  settings: Settings;

  /** @param initial - The settings at the start, and the base of every reset. */
  constructor(
    readonly clientId: string,
    private readonly initial: Settings,
  ) {
    this.settings = initial;
    this.#seed(initial);
  }

  /** The current time of the sandbox, in epoch seconds. */
  now(): number {
    return readClock(this.settings.now);
  }

  /** Changes settings and keeps the orders. */
  change(change: SettingsChange): void {
    this.settings = changeSettings(this.settings, change);
  }

  /**
   * Returns to the initial settings with these changes, seeds the orders, and clears faults and request log.
   *
   * Tokens stay valid until they expire.
   */
  reset(change: SettingsChange): void {
    const settings = changeSettings(this.initial, change);
    this.#seed(settings);
    this.settings = settings;
    this.requests.clear();
    this.faults.clear();
  }

  #seed({ seed, count, now }: Settings): void {
    this.database.replaceAll(seedOrders(seed, count, readClock(now)));
    this.users.clear();
    for (let user = 1; user <= seededUsers; user++) this.users.add(user);
  }
}
