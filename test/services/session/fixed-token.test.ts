import { fixedToken } from '../../../miniprogram/services/session/fixed-token';

const countChanges = (session: ReturnType<typeof fixedToken>) => {
  const record = { changes: 0 };
  const stop = session.onUserChange?.(() => record.changes++);
  return { record, stop };
};

test('a text token is given as it is, also after it is dropped', async () => {
  const session = fixedToken('t');
  await session.drop('t');
  await expect(session.token()).resolves.toBe('t');
});

test.each([
  ['synchronously', () => 't'],
  ['as a promise', () => Promise.resolve('t')],
])('a function gives the token %s', async (_when, give) => {
  await expect(fixedToken(give).token()).resolves.toBe('t');
});

test('an error of the function is an error of the session', async () => {
  const session = fixedToken(() => Promise.reject(new Error('signed out')));
  await expect(session.token()).rejects.toThrow('signed out');
});

test('another token counts as another user', async () => {
  const tokens = ['a', 'a', 'b', 'b', 'a'];
  const session = fixedToken(() => tokens.shift() ?? '');
  const { record } = countChanges(session);
  const seen: number[] = [];
  while (tokens.length > 0) {
    await session.token();
    seen.push(record.changes);
  }
  expect(seen).toEqual([0, 0, 1, 1, 2]);
});

test('a new token of the same user is no other user where userOf names the user', async () => {
  const tokens = ['anna-1', 'anna-2', '', 'anna-3', 'ben-1'];
  const session = fixedToken(
    () => tokens.shift() ?? '',
    (token) => token.split('-')[0],
  );
  const { record } = countChanges(session);
  for (let asked = 0; asked < 4; asked++) await session.token();
  expect(record.changes).toBe(0);
  await session.token();
  expect(record.changes).toBe(1);
});

test('a user who is not known is no other user', async () => {
  const users: unknown[] = [undefined, 'anna', null, undefined, 'anna'];
  const session = fixedToken('t', () => users.shift() as string);
  const { record } = countChanges(session);
  for (let asked = 0; asked < 5; asked++) await session.token();
  expect(record.changes).toBe(0);
});

test('a removed listener is not called', async () => {
  const tokens = ['a', 'b'];
  const session = fixedToken(() => tokens.shift() ?? '');
  const { record, stop } = countChanges(session);
  stop?.();
  await session.token();
  await session.token();
  expect(record.changes).toBe(0);
});

test('names the user once there is a token and userOf', async () => {
  const userOf = (token: string) => token.split('-')[0];
  expect(fixedToken('anna-1', userOf).user?.()).toBe('anna');
  expect(fixedToken('anna-1').user?.()).toBeNull();
  const later = fixedToken(() => Promise.resolve('ben-1'), userOf);
  expect(later.user?.()).toBeNull();
  await later.token();
  expect(later.user?.()).toBe('ben');
});
