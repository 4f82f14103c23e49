import { settle, shown, texts } from '../../components/support/dom';
import { wireOrder, wireBody } from '../support/manual-requests';
import { openHistory } from '../support/history';

const phone = wx as unknown as Record<string, unknown>;
const session = {
  token: () => Promise.resolve('token'),
  drop: () => undefined,
  user: () => 'anna',
};

/** The storage of a phone without free space, or with broken files. */
const refusals: Record<string, (name: string) => unknown> = {
  throws: (name) => () => {
    throw new Error(`${name}:fail exceed storage max size 10Mb`);
  },
  fails: (name) =>
    name.endsWith('Sync')
      ? () => ''
      : ({ fail }: { fail?: (failure: object) => void }) => {
          if (!fail) throw new Error(`${name} has no fail callback`);
          fail({ errMsg: `${name}:fail exceed storage max size 10Mb` });
        },
};

describe.each(Object.keys(refusals))('where storage %s', (how) => {
  const before = { ...phone };
  beforeEach(() => {
    for (const name of ['getStorage', 'setStorage', 'removeStorage', 'clearStorage'])
      for (const either of [name, `${name}Sync`]) phone[either] = refusals[how]?.(either);
  });
  afterEach(() => void Object.assign(phone, before));

  it('payments are listed and refreshed', async () => {
    const history = openHistory({ session });
    await settle();
    expect(shown(history.dom, 'skeleton__row')).toHaveLength(9);
    await history.request(0).serve(2);
    expect(texts(history.dom, 'row__description')).toEqual(['order 0', 'order 1']);
    void history.element.refresh();
    await settle();
    await history.request(1).serve(3);
    expect(texts(history.dom, 'row__description')).toHaveLength(3);
    expect(shown(history.dom, 'notice')).toHaveLength(0);
  });

  it('an invalid sign-in is shown, and a retry loads the list', async () => {
    const history = openHistory({ session });
    await settle();
    await history.request(0).answer({ error_msg: 'who are you' }, 401);
    expect(texts(history.dom, 'notice__title')).toHaveLength(1);
    void history.element.retry();
    await settle();
    const body = wireBody([wireOrder(0)]);
    await history.request(history.requests.length - 1).answer(body);
    expect(texts(history.dom, 'row__description')).toEqual(['order 0']);
  });
});
