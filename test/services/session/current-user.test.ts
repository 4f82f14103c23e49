import { createEvent } from '../../../miniprogram/core/event';
import { createCurrentUser } from '../../../miniprogram/services/session/current-user';
import type { Session } from '../../../miniprogram/services/session/session';
import { settled, virtualPlatform } from '../../support/virtual-platform';

/** A session whose user the test sets, and what its watch reports. */
function watch(identify?: () => void | Promise<void>) {
  const phone = virtualPlatform();
  const changed = createEvent();
  const state = { user: 'anna' as string | null };
  const session: Session = {
    token: () => Promise.resolve('t'),
    drop: () => undefined,
    user: () => state.user,
    onUserChange: changed.subscribe,
    ...(identify && { identify }),
  };
  const currentUser = createCurrentUser(session, phone.platform);
  const log: string[] = [];
  currentUser.session.onUserChange?.(() => log.push(`user ${currentUser.name()}`));
  currentUser.onKnown(() => log.push(currentUser.isKnown ? 'known' : 'asked'));
  return { phone, state, currentUser, log, report: changed.emit };
}

test.each([
  ['another user', 'ben'],
  ['no user', null],
])('reports %s when it is asked', (_who, user) => {
  const { state, currentUser, log } = watch();
  currentUser.ask();
  currentUser.ask();
  expect(log).toEqual([]);
  state.user = user;
  currentUser.ask();
  currentUser.ask();
  expect(log).toEqual([`user ${user}`]);
});

test('a session that throws when it is asked counts as one that has answered', () => {
  const { currentUser, log } = watch(() => {
    throw new Error('not ready');
  });
  currentUser.ask();
  expect([currentUser.isKnown, log]).toEqual([true, []]);
});

test('the user is unknown while the session throws', () => {
  const session: Session = {
    token: () => Promise.resolve('t'),
    drop: () => undefined,
    user: () => {
      throw new Error('the SDK is not there yet');
    },
  };
  const currentUser = createCurrentUser(session, virtualPlatform().platform);
  currentUser.ask();
  expect(currentUser.name()).toBeNull();
  expect(currentUser.isKnown).toBe(true);
});

test('a user who signs in first is no change', () => {
  const { state, currentUser, log } = watch();
  state.user = null;
  currentUser.ask();
  state.user = 'anna';
  currentUser.ask();
  expect(log).toEqual([]);
});

test('reports once what a request has learned before', () => {
  const { state, currentUser, log, report } = watch();
  currentUser.ask();
  state.user = 'ben';
  report();
  currentUser.ask();
  expect(log).toEqual(['user ben']);
});

test('asks when the mini program returns to the foreground', () => {
  const { phone, state, currentUser, log } = watch();
  currentUser.ask();
  state.user = 'ben';
  phone.show();
  expect(log).toEqual(['user ben']);
});

describe('while the session is asked', () => {
  const start = () => {
    const answers: (() => void)[] = [];
    const watched = watch(() => new Promise<void>((resolve) => answers.push(resolve)));
    const answer = (nth: number) => (answers[nth]?.(), settled());
    return { ...watched, answer };
  };

  test('the user is not known', async () => {
    const { currentUser, log, answer } = start();
    currentUser.ask();
    expect(currentUser.isKnown).toBe(false);
    await answer(0);
    expect(currentUser.isKnown).toBe(true);
    expect(log).toEqual(['asked', 'known']);
  });

  test('another user is reported before the user counts as known', async () => {
    const { state, currentUser, log, answer } = start();
    currentUser.ask();
    await answer(0);
    currentUser.ask();
    state.user = 'ben';
    await answer(1);
    expect(log).toEqual(['asked', 'known', 'asked', 'user ben', 'known']);
  });

  test('only the answer to the last question counts', async () => {
    const { currentUser, log, answer } = start();
    currentUser.ask();
    currentUser.ask();
    await answer(0);
    expect(currentUser.isKnown).toBe(false);
    await answer(1);
    expect(log).toEqual(['asked', 'known']);
  });

  test('after fifteen seconds without an answer no user is signed in', async () => {
    const { phone, currentUser, log, answer } = start();
    currentUser.ask();
    await answer(0);
    currentUser.ask();
    await phone.advance(14_999);
    expect(currentUser.isKnown).toBe(false);
    await phone.advance(1);
    expect([currentUser.isKnown, currentUser.name()]).toEqual([true, null]);
    expect(log).toEqual(['asked', 'known', 'asked', 'user null', 'known']);
    await answer(1);
    expect([currentUser.name(), phone.pending()]).toEqual(['anna', 0]);
  });
});
