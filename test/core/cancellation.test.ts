import { createCancellation } from '../../miniprogram/core/cancellation';

describe('a cancellation', () => {
  it('tells its listeners once, however often it is cancelled', () => {
    const cancellation = createCancellation();
    let told = 0;
    cancellation.signal.onCancel(() => told++);
    expect(cancellation.signal.cancelled).toBe(false);
    cancellation.cancel();
    cancellation.cancel();
    expect(cancellation.signal.cancelled).toBe(true);
    expect(told).toBe(1);
  });

  it('tells at once who listens too late', () => {
    const cancellation = createCancellation();
    cancellation.cancel();
    let told = false;
    cancellation.signal.onCancel(() => (told = true));
    expect(told).toBe(true);
  });
});
