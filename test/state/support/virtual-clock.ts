/** Runs everything that promises have ready. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Time that passes only by `pass` and `passAll`. All times are milliseconds. */
export interface VirtualClock {
  readonly now: number;
  after(milliseconds: number, run: () => void): void;
  /** Lets time pass and runs what falls due, in its order, with everything that follows from it. */
  pass(milliseconds: number): Promise<void>;
  /** Lets time pass until nothing is due. */
  passAll(): Promise<void>;
}

export function virtualClock(): VirtualClock {
  let now = 0;
  let due: { at: number; run: () => void }[] = [];

  async function passTo(target: number): Promise<void> {
    await settle();
    for (;;) {
      const next = due.reduce<(typeof due)[number] | null>(
        (first, one) => (one.at <= target && (!first || one.at < first.at) ? one : first),
        null,
      );
      if (!next) break;
      due = due.filter((one) => one !== next);
      now = Math.max(now, next.at);
      next.run();
      await settle();
    }
    if (target !== Infinity) now = target;
  }

  return {
    get now() {
      return now;
    },
    after: (milliseconds, run) => due.push({ at: now + milliseconds, run }),
    pass: (milliseconds) => passTo(now + milliseconds),
    passAll: () => passTo(Infinity),
  };
}
