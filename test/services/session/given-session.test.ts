import { fixedToken } from '../../../miniprogram/services/session/session';

const announced = (session: ReturnType<typeof fixedToken>) => {
  const record = { changes: 0 };
  const stop = session.onUserChange?.(() => record.changes++);
  return { record, stop };
};

test('a token is given as it is, and dropping it changes nothing', async () => {
  const session = fixedToken('t');
  await session.drop('t');
  await expect(session.token()).resolves.toBe('t');
});

test.each([
  ['at once', () => 't'],
  ['later', () => Promise.resolve('t')],
])('a function may give the token %s', async (_when, give) => {
  await expect(fixedToken(give).token()).resolves.toBe('t');
});

test('a function that fails fails the session', async () => {
  const session = fixedToken(() => Promise.reject(new Error('signed out')));
  await expect(session.token()).rejects.toThrow('signed out');
});

test('another token announces another user, the same one does not', async () => {
  const tokens = ['a', 'a', 'b', 'b', 'a'];
  const session = fixedToken(() => tokens.shift() ?? '');
  const { record } = announced(session);
  const seen: number[] = [];
  while (tokens.length > 0) {
    await session.token();
    seen.push(record.changes);
  }
  expect(seen).toEqual([0, 0, 1, 1, 2]);
});

test('with its user told, a renewed token announces nobody', async () => {
  const tokens = ['anna-1', 'anna-2', '', 'anna-3', 'ben-1'];
  const session = fixedToken(
    () => tokens.shift() ?? '',
    (token) => token.split('-')[0],
  );
  const { record } = announced(session);
  for (let asked = 0; asked < 4; asked++) await session.token();
  expect(record.changes).toBe(0);
  await session.token();
  expect(record.changes).toBe(1);
});

test('a user who is not known yet is nobody else', async () => {
  const users: unknown[] = [undefined, 'anna', null, undefined, 'anna'];
  const session = fixedToken('t', () => users.shift() as string);
  const { record } = announced(session);
  for (let asked = 0; asked < 5; asked++) await session.token();
  expect(record.changes).toBe(0);
});

test('who has stopped listening hears nothing', async () => {
  const tokens = ['a', 'b'];
  const session = fixedToken(() => tokens.shift() ?? '');
  const { record, stop } = announced(session);
  stop?.();
  await session.token();
  await session.token();
  expect(record.changes).toBe(0);
});

test('names its user as soon as there is a token and somebody to tell whose it is', async () => {
  const userOf = (token: string) => token.split('-')[0];
  expect(fixedToken('anna-1', userOf).user?.()).toBe('anna');
  expect(fixedToken('anna-1').user?.()).toBeNull();
  const later = fixedToken(() => Promise.resolve('ben-1'), userOf);
  expect(later.user?.()).toBeNull();
  await later.token();
  expect(later.user?.()).toBe('ben');
});
