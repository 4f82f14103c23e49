import type { PaymentHistory } from '../../../configure';
import { wxStorage, type Storage } from '../../../services/storage';
import { EXPIRED_KEY } from '../../../services/storage-keys';

/** Whether the signed-in person hides expired payments; kept on the phone where the user is certain. */
export interface ExpiredChoice {
  /** What the person has chosen, also in an earlier visit; null without a choice. */
  read(): boolean | null;
  keep(isHidden: boolean): void;
  /** Drops the choice of this visit, for another user. */
  forget(): void;
}

/** @param storage - By default WeChat's storage, which belongs to one WeChat user and one mini program. */
export function createExpiredChoice(
  { owner, currentUser }: Pick<PaymentHistory, 'owner'> & { currentUser: { isKnown: boolean } },
  storage: Storage = wxStorage,
): ExpiredChoice {
  let chosen: boolean | null = null;
  return {
    read() {
      const user = owner();
      if (chosen !== null || !currentUser.isKnown || user === null) return chosen;
      const kept = Object(storage.get(EXPIRED_KEY)) as Partial<Record<string, unknown>>;
      const { isHidden } = kept;
      return kept['owner'] === user && typeof isHidden === 'boolean' ? isHidden : null;
    },
    keep(isHidden) {
      chosen = isHidden;
      const user = owner();
      if (user !== null) storage.set(EXPIRED_KEY, { owner: user, isHidden });
    },
    forget() {
      chosen = null;
    },
  };
}
