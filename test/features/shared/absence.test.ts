import { createAbsence } from '../../../miniprogram/features/shared/absence';

/** Whether the person is back after a long absence, for these times of leaving and returning in seconds. */
const isLong = (left: number, back: number, ...between: number[]) => {
  let now = left;
  const absence = createAbsence({ elapsed: () => now * 1000 });
  absence.setAway(true);
  for (now of between) absence.setAway(true);
  now = back;
  return absence.setAway(false);
};

test('an absence is long from a minute on, whatever happens to the clock', () => {
  expect([isLong(0, 59), isLong(0, 60), isLong(600, 0)]).toEqual([false, true, true]);
});

test('an absence begins when the person first leaves, and ends when they are back', () => {
  expect(isLong(0, 70, 30)).toBe(true);
  const absence = createAbsence({ elapsed: () => 0 });
  expect([absence.setAway(false), absence.setAway(false)]).toEqual([false, false]);
});
