/** Lets every promise that can go on, go on. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Time that passes only when told to. */
export interface VirtualClock {
  readonly now: number;
  after(ms: number, run: () => void): void;
  /** Lets time pass; what falls due runs in its order, and all that follows from it. */
  pass(ms: number): Promise<void>;
  /** Lets time pass until nothing is due any more. */
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
    after: (ms, run) => due.push({ at: now + ms, run }),
    pass: (ms) => passTo(now + ms),
    passAll: () => passTo(Infinity),
  };
}
