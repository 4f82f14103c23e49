import { createEvent } from '../../miniprogram/core/event';

describe('an event', () => {
  it('calls its listeners with the value, in the order in which they were added', () => {
    const event = createEvent<number>();
    const calls: string[] = [];
    event.subscribe((value) => calls.push(`a${value}`));
    event.subscribe((value) => calls.push(`b${value}`));
    event.emit(1);
    expect(calls).toEqual(['a1', 'b1']);
  });

  it('calls no listener that was removed, and keeps a second subscription of the same function', () => {
    const event = createEvent();
    let calls = 0;
    const count = () => (calls += 1);
    const stop = event.subscribe(count);
    event.subscribe(count);
    stop();
    stop();
    event.emit();
    expect(calls).toBe(1);
  });

  it('calls neither a listener that was removed nor one that was added during the emit', () => {
    const event = createEvent();
    const calls: string[] = [];
    event.subscribe(() => {
      calls.push('first');
      event.subscribe(() => calls.push('added'));
      stopSecond();
    });
    const stopSecond = event.subscribe(() => calls.push('second'));
    event.emit();
    expect(calls).toEqual(['first']);
  });

  it('calls nothing after clear', () => {
    const event = createEvent();
    let calls = 0;
    event.subscribe(() => (calls += 1));
    event.clear();
    event.emit();
    expect(calls).toBe(0);
  });
});
