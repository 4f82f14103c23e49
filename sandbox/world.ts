import { readClock } from './clock';
import { OrderDatabase } from './database';
import { Faults } from './faults';
import { RequestLog } from './request-log';
import { seedOrders } from './seed/seed-orders';
import { changeSettings, type Settings, type SettingsChange } from './settings';
import { Tokens } from './tokens';
import { seededUsers } from './users';

/** Everything the sandbox knows and remembers. */
export class World {
  readonly database = new OrderDatabase();
  readonly faults = new Faults();
  readonly requests = new RequestLog();
  readonly tokens = new Tokens(() => this.now());
  /** Users that log in without being created. */
  readonly users = new Set<number>();
  settings: Settings;

  /** @param initial what holds now, and again after each reset. */
  constructor(
    readonly clientId: string,
    private readonly initial: Settings,
  ) {
    this.settings = initial;
    this.#seed();
  }

  /** The sandbox's present moment, epoch seconds. */
  now(): number {
    return readClock(this.settings.now);
  }

  /** Changes how the sandbox behaves and leaves its orders alone. */
  change(change: SettingsChange): void {
    this.settings = changeSettings(this.settings, change);
  }

  /**
   * Back to the initial settings with these changes, freshly seeded, without faults and with an empty request log.
   *
   * Tokens stay as good as the clock lets them be.
   */
  reset(change: SettingsChange): void {
    this.settings = changeSettings(this.initial, change);
    this.#seed();
    this.requests.clear();
    this.faults.clear();
  }

  #seed(): void {
    const { seed, count } = this.settings;
    this.database.replaceAll(seedOrders(seed, count, this.now()));
    this.users.clear();
    for (let user = 1; user <= seededUsers; user++) this.users.add(user);
  }
}
