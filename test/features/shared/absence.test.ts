import { createAbsence } from '../../../miniprogram/features/shared/absence';
import { ApiError } from '../../../miniprogram/services/api-error';

const UNKNOWN_USER = { name: () => null };
const failed = (kind: 'unauthorized' | 'server') =>
  new ApiError({ kind, method: 'GET', path: '/' });

/** Whether the person is back after a long absence, for these times of leaving and returning in seconds. */
const isLong = (left: number, back: number, ...between: number[]) => {
  let now = left;
  const absence = createAbsence({ elapsed: () => now * 1000 }, UNKNOWN_USER);
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
  const absence = createAbsence({ elapsed: () => 0 }, UNKNOWN_USER);
  expect([absence.setAway(false), absence.setAway(false)]).toEqual([false, false]);
});

/** Whether a short visit to another page leads to another read, for the errors of these visits. */
const repeats = (user: string | null, errors: readonly unknown[]) => {
  const absence = createAbsence({ elapsed: () => 0 }, { name: () => user });
  return errors.map((error) => {
    absence.setAway(true, error);
    return absence.setAway(false, error);
  });
};

test('what failed for lack of a sign-in is read again, and nothing else', () => {
  expect(repeats(null, [failed('unauthorized')])).toEqual([true]);
  expect(repeats(null, [failed('server'), null])).toEqual([false, false]);
});

test('a session that opens a sign-in page does not open it for ever', () => {
  const again = [failed('unauthorized'), failed('unauthorized')];
  expect(repeats(null, again)).toEqual([true, false]);
  expect(repeats('anna', again)).toEqual([true, true]);
  expect(repeats(null, [...again, null, failed('unauthorized')])).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
