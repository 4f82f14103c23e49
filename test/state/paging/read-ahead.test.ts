import { createCancellation, type CancelSignal } from '../../../miniprogram/core/cancellation';
import { createReadAhead } from '../../../miniprogram/state/paging/read-ahead';

/** A reader that records its requests and answers none. */
function setUp() {
  const requests: { offset: number; signal: CancelSignal }[] = [];
  const run = createCancellation();
  const reader = {
    ...{ pageSize: 20, isPageSizeSure: true },
    head: () => new Promise<never>(() => undefined),
    read(offset: number, _size: number, signal: CancelSignal) {
      requests.push({ offset, signal });
      return new Promise<never>(() => undefined);
    },
  };
  return { requests, run, ahead: createReadAhead(reader, run.signal) };
}

describe('a page that is read ahead', () => {
  it('is taken once for its own place, and goes on', () => {
    const { requests, ahead } = setUp();
    ahead.start(40);
    expect(ahead.take(40)).not.toBeNull();
    expect(ahead.take(40)).toBeNull();
    expect(requests.map(({ signal }) => signal.cancelled)).toEqual([false]);
  });

  it('is cancelled and not taken for another place', () => {
    const { requests, ahead } = setUp();
    ahead.start(40);
    expect(ahead.take(60)).toBeNull();
    expect(requests.map(({ signal }) => signal.cancelled)).toEqual([true]);
  });

  it('is requested once at a time', () => {
    const { requests, ahead } = setUp();
    [40, 60].forEach((offset) => ahead.start(offset));
    expect(requests.map(({ offset }) => offset)).toEqual([40]);
    ahead.drop();
    ahead.start(60);
    expect(requests.map(({ offset, signal }) => [offset, signal.cancelled])).toEqual([
      [40, true],
      [60, false],
    ]);
  });

  it('is cancelled with its run', () => {
    const { requests, run, ahead } = setUp();
    ahead.start(40);
    run.cancel();
    expect(requests.map(({ signal }) => signal.cancelled)).toEqual([true]);
  });
});
