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

test('with userOf a new token of the same user is no change; an empty token and another user are', async () => {
  const tokens = ['anna-1', 'anna-2', '', 'anna-3', 'ben-1'];
  const session = fixedToken(
    () => tokens.shift() ?? '',
    (token) => token.split('-')[0],
  );
  const { record } = countChanges(session);
  for (let asked = 0; asked < 2; asked++) await session.token();
  expect(record.changes).toBe(0);
  await session.token();
  expect(record.changes).toBe(1);
  await session.token();
  expect(record.changes).toBe(1);
  await session.token();
  expect(record.changes).toBe(2);
});

test('a user who is no longer known counts as signed out', async () => {
  const users: unknown[] = [undefined, 'anna', null, undefined, 'anna'];
  const session = fixedToken('t', () => users.shift() as string);
  const { record } = countChanges(session);
  const seen: number[] = [];
  while (users.length > 0) {
    await session.token();
    seen.push(record.changes);
  }
  expect(seen).toEqual([0, 0, 1, 1, 1]);
});

test.each([
  ['is empty', () => ''],
  [
    'throws',
    () => {
      throw new Error('signed out');
    },
  ],
  ['rejects', () => Promise.reject(new Error('signed out'))],
])('a function that %s has no user', async (_how, signedOut) => {
  let give: () => string | Promise<string> = () => 'anna-1';
  const session = fixedToken(
    () => give(),
    (token) => token.split('-')[0],
  );
  const { record } = countChanges(session);
  await session.identify?.();
  expect(session.user?.()).toBe('anna');
  give = signedOut;
  await session.identify?.();
  expect([session.user?.(), record.changes]).toEqual([null, 1]);
});

test('is certain at once where the function gives the token synchronously', () => {
  const tokens = ['anna-1', 'ben-1'];
  const session = fixedToken(
    () => tokens.shift() ?? '',
    (token) => token.split('-')[0],
  );
  expect([session.identify?.(), session.user?.()]).toEqual([undefined, 'anna']);
  expect([session.identify?.(), session.user?.()]).toEqual([undefined, 'ben']);
});

test('an answer that arrives after a later one is not used', async () => {
  const answers: ((token: string) => void)[] = [];
  const session = fixedToken(() => new Promise<string>((resolve) => answers.push(resolve)));
  const { record } = countChanges(session);
  const first = session.token();
  const second = session.token();
  answers[1]?.('ben');
  await expect(second).resolves.toBe('ben');
  answers[0]?.('anna');
  await Promise.resolve();
  answers[2]?.('ben');
  await expect(first).resolves.toBe('ben');
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
