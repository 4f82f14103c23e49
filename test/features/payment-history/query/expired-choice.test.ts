import { createExpiredChoice } from '../../../../miniprogram/features/payment-history/query/expired-choice';
import type { Storage } from '../../../../miniprogram/services/storage';
import { EXPIRED_KEY } from '../../../../miniprogram/services/storage-keys';

function phone(stored: Record<string, unknown> = {}) {
  const storage: Storage = {
    get: (key) => stored[key],
    set: (key, data) => void (stored[key] = data),
    remove: (key) => void delete stored[key],
  };
  return {
    stored,
    visit: (user: string | null, isKnown = true) =>
      createExpiredChoice({ owner: () => user, currentUser: { isKnown } }, storage),
  };
}

describe('the choice to hide expired payments', () => {
  it.each([true, false])('is kept for the next visit of the user, %s', (isHidden) => {
    const { visit } = phone();
    expect(visit('a').read()).toBeNull();
    visit('a').keep(isHidden);
    expect(visit('a').read()).toBe(isHidden);
  });

  it('is of one user', () => {
    const { visit } = phone();
    visit('a').keep(true);
    expect(visit('b').read()).toBeNull();
    expect(visit(null).read()).toBeNull();
  });

  it('is not stored while the user is not certain', () => {
    const { visit, stored } = phone();
    const choice = visit(null);
    choice.keep(true);
    expect(choice.read()).toBe(true);
    expect(stored).toEqual({});
  });

  it('is not read while the session is asked who is signed in', () => {
    const { visit } = phone();
    visit('a').keep(true);
    expect(visit('a', false).read()).toBeNull();
  });

  it('of this visit is dropped for another user', () => {
    const choice = phone().visit(null);
    choice.keep(true);
    choice.forget();
    expect(choice.read()).toBeNull();
  });

  it.each([null, 'text', 7, {}, { owner: 'a' }, { owner: 'a', isHidden: 'yes' }])(
    'is none where the storage has %j',
    (value) => {
      expect(
        phone({ [EXPIRED_KEY]: value })
          .visit('a')
          .read(),
      ).toBeNull();
    },
  );
});
