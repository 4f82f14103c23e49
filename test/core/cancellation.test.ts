import { createCancellation } from '../../miniprogram/core/cancellation';

describe('a cancellation', () => {
  it('calls its listeners once, also when it is cancelled twice', () => {
    const cancellation = createCancellation();
    let calls = 0;
    cancellation.signal.onCancel(() => calls++);
    expect(cancellation.signal.cancelled).toBe(false);
    cancellation.cancel();
    cancellation.cancel();
    expect(cancellation.signal.cancelled).toBe(true);
    expect(calls).toBe(1);
  });

  it('calls a listener at once that is added after the cancellation', () => {
    const cancellation = createCancellation();
    cancellation.cancel();
    let isCalled = false;
    cancellation.signal.onCancel(() => (isCalled = true));
    expect(isCalled).toBe(true);
  });
});
