import fc from 'fast-check';
import { createServerClock } from '../../miniprogram/core/server-clock';
import { virtualPlatform } from '../support/virtual-platform';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A phone whose clock can be changed by hand, and a server whose clock is right. */
function setUp(error = 0) {
  const world = virtualPlatform();
  const right = world.platform.now;
  const hand = { error };
  const phone = { ...world.platform, now: () => right() + hand.error };
  const clock = createServerClock(phone);
  /** Reads an answer that took `latency`, half of it each way; the header has whole seconds. */
  const answer = (latency = 0) => {
    const at = Math.floor((right() - latency / 2) / SECOND) * SECOND;
    clock.synchronize({ at, sentAt: phone.now() - latency, receivedAt: phone.now() });
  };
  return { world, clock, answer, hand, right };
}

const within = (ms: number, a: number, b: number) => Math.abs(a - b) <= ms;

describe('the clock of the server', () => {
  it('is the phone’s until the first answer', () => {
    const { clock, right } = setUp(3 * HOUR);
    expect(clock.now()).toBe(right() + 3 * HOUR);
  });

  it('is the server’s after an answer, whatever the phone’s clock and the latency', () => {
    const errors = fc.integer({ min: -40 * HOUR, max: 40 * HOUR });
    const latencies = fc.integer({ min: 0, max: 20 * SECOND });
    fc.assert(
      fc.property(errors, latencies, (error, latency) => {
        const { clock, answer, right } = setUp(error);
        answer(latency);
        expect(within(SECOND + latency / 2, clock.now(), right())).toBe(true);
        if (Math.abs(error) > 2 * SECOND + latency) {
          expect(within(SECOND, clock.now(), right())).toBe(true);
        }
      }),
    );
  });

  it('keeps a phone’s clock that agrees with the server, to the millisecond', () => {
    const { clock, answer, right } = setUp();
    answer(300);
    expect(clock.now()).toBe(right());
  });

  it('ignores a latency that a changed clock made', () => {
    const { clock, right } = setUp();
    const at = right();
    clock.synchronize({ at, sentAt: at - 5 * HOUR, receivedAt: at + 3 * HOUR });
    expect(clock.now()).toBe(right() - 3 * HOUR);
  });

  it('does not pass a moment before its timer, however the phone’s clock jumps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -30 * HOUR, max: 30 * HOUR }), async (jump) => {
        const { world, clock, answer, hand, right } = setUp();
        answer();
        const moment = right() + MINUTE;
        let rung = 0;
        clock.at(moment, () => (rung = clock.now()));
        const before = clock.now();
        hand.error = jump;
        expect(clock.now()).toBeLessThan(moment);
        expect(clock.now()).toBeGreaterThanOrEqual(before);
        await world.advance(MINUTE);
        expect(rung).toBeGreaterThanOrEqual(moment);
      }),
    );
  });

  it('is doubtful after a jump, until the server answers', () => {
    const { clock, answer, hand, right } = setUp();
    answer();
    clock.at(right() + MINUTE, () => undefined);
    expect(clock.isDoubtful).toBe(false);
    hand.error = 3 * HOUR;
    expect(clock.isDoubtful).toBe(true);
    answer();
    expect(clock.isDoubtful).toBe(false);
    expect(within(SECOND, clock.now(), right())).toBe(true);
  });

  it('moves a moment that the server’s time brings nearer, and one that it moves away', async () => {
    for (const error of [-3 * HOUR, 3 * HOUR]) {
      const { world, clock, answer, right } = setUp(error);
      let rung: number | null = null;
      const moment = right() + MINUTE;
      clock.at(error > 0 ? moment + 3 * HOUR : moment, () => (rung = right()));
      answer();
      await world.advance(4 * HOUR);
      const expected = error > 0 ? moment + 3 * HOUR : moment;
      expect(rung !== null && within(SECOND, rung, expected)).toBe(true);
    }
  });

  it('rings at once after the background when the moment has passed there', async () => {
    const world = virtualPlatform();
    let slept = 0;
    const phone = { ...world.platform, now: () => world.platform.now() + slept };
    const clock = createServerClock(phone);
    let rung = 0;
    clock.at(clock.now() + HOUR, () => (rung += 1));
    // Timers stand still in the background.
    slept = 2 * HOUR;
    world.show();
    await world.advance(1);
    expect([rung, world.pending()]).toEqual([1, 0]);
  });

  it('leaves no timer of a moment that is no longer awaited', async () => {
    const { world, clock, right } = setUp();
    let rung = 0;
    const stop = clock.at(right() + MINUTE, () => (rung += 1));
    stop();
    expect(world.pending()).toBe(0);
    await world.advance(HOUR);
    expect(rung).toBe(0);
  });
});
