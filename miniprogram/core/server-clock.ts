import type { Clock } from './clock';

/** The time that a server named in an answer. All times are milliseconds since the Unix epoch. */
export interface ServerTime {
  /** The server's time, to the second. */
  readonly at: number;
  /** When the request was sent, by the phone's clock. */
  readonly sentAt: number;
  /** When the answer arrived, by the phone's clock. */
  readonly receivedAt: number;
}

/** The server's time as far as it is known; the phone's time until the first answer. */
export interface ServerClock extends Clock {
  /** Milliseconds by the phone's clock. Only for durations: it may be wrong, but answers do not change it. */
  readonly elapsed: () => number;
  /**
   * Whether the phone's clock has jumped since the last answer. `now` does not follow the jump; ask the
   * server before anything that cannot be undone.
   */
  readonly isDoubtful: boolean;
  /** Takes the time of an answer. */
  readonly synchronize: (time: ServerTime) => void;
  /** Calls `callback` once when `now` reaches `moment`. @returns A function that cancels the call. */
  readonly at: (moment: number, callback: () => void) => () => void;
}

/** The header `Date` has whole seconds, so two exact clocks may differ by this many milliseconds. */
const RESOLUTION_MS = 1000;
/** No answer takes longer: the phone's clock was changed meanwhile. */
const LONGEST_LATENCY_MS = 60_000;

interface Alarm {
  readonly moment: number;
  readonly ring: () => void;
  stop: () => void;
}

/**
 * Creates a clock that takes its time from the server's answers. Between two answers it goes by the phone's
 * clock, but not beyond the next moment of `at` before the timer of that moment has fired: WeChat has no
 * clock that a person cannot change, and timers do not follow such a change. After the background the
 * phone's clock counts, because timers stand still there.
 */
export function createServerClock(
  phone: Clock & { readonly onShow: (listener: () => void) => void },
): ServerClock {
  const alarms = new Set<Alarm>();
  /** Milliseconds by which the server is ahead of the phone. */
  let offset = 0;
  let latest = -Infinity;

  const byPhone = () => phone.now() + offset;

  function now(): number {
    let next = Infinity;
    alarms.forEach(({ moment }) => (next = Math.min(next, moment)));
    latest = Math.max(latest, Math.min(byPhone(), next - 1));
    return latest;
  }

  function arm(alarm: Alarm): void {
    alarm.stop = phone.after(Math.max(0, alarm.moment - now()), () => {
      alarms.delete(alarm);
      latest = Math.max(latest, alarm.moment);
      alarm.ring();
    });
  }

  function followPhone(): void {
    latest = byPhone();
    alarms.forEach((alarm) => {
      alarm.stop();
      arm(alarm);
    });
  }

  phone.onShow(followPhone);

  return {
    now,
    after: phone.after,
    elapsed: phone.now,
    get isDoubtful() {
      return Math.abs(byPhone() - now()) > RESOLUTION_MS;
    },
    synchronize({ at, sentAt, receivedAt }) {
      const took = receivedAt - sentAt;
      const oneWay = took >= 0 && took <= LONGEST_LATENCY_MS ? took / 2 : 0;
      const measured = at + oneWay - receivedAt;
      // A smaller difference is within the error of the measurement.
      if (Math.abs(measured - offset) > RESOLUTION_MS + oneWay) offset = measured;
      followPhone();
    },
    at(moment, ring) {
      const alarm: Alarm = { moment, ring, stop: () => undefined };
      alarms.add(alarm);
      arm(alarm);
      return () => {
        alarms.delete(alarm);
        alarm.stop();
      };
    },
  };
}
