import { createCancellation, NEVER_CANCELLED } from '../../miniprogram/core/cancellation';
import { pause } from '../../miniprogram/core/clock';
import { virtualPlatform } from '../support/virtual-platform';

const start = (signal = NEVER_CANCELLED) => {
  const { platform, advance, pending } = virtualPlatform();
  let isOver = false;
  void pause(1000, platform, signal).then(() => (isOver = true));
  return { advance, pending, isOver: () => isOver };
};

describe('a pause', () => {
  it('ends after its time', async () => {
    const { advance, isOver } = start();
    await advance(999);
    expect(isOver()).toBe(false);
    await advance(1);
    expect(isOver()).toBe(true);
  });

  it('ends at once when it is cancelled, and leaves no timer', async () => {
    const { signal, cancel } = createCancellation();
    const { advance, isOver, pending } = start(signal);
    cancel();
    await advance(0);
    expect([isOver(), pending()]).toEqual([true, 0]);
  });
});
