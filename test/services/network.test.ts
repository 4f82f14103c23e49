import { ApiError } from '../../miniprogram/services/api-error';
import { watchNetwork } from '../../miniprogram/services/network';
import { wechatPlatform } from '../../miniprogram/services/platform';

type NetworkType = 'wifi' | 'none' | 'unknown';

/** A phone whose network the test controls. */
function phone() {
  let change: (event: { isConnected: boolean }) => void = () => undefined;
  let comeBack: () => void = () => undefined;
  const questions: ((answer: { networkType: NetworkType }) => void)[] = [];
  Object.assign(globalThis, {
    wx: {
      onAppShow: (listener: typeof comeBack) => (comeBack = listener),
      onNetworkStatusChange: (listener: typeof change) => (change = listener),
      getNetworkType: ({ success }: { success: (typeof questions)[number] }) =>
        questions.push(success),
    },
  });
  const network = watchNetwork(wechatPlatform);
  const changes: boolean[] = [];
  network.onChange(() => changes.push(network.isOffline));
  return {
    ...{ network, changes },
    change: (isConnected: boolean) => change({ isConnected }),
    comeBack: () => comeBack(),
    answer: (nth: number, networkType: NetworkType) => questions[nth]?.({ networkType }),
  };
}

afterEach(() => Object.assign(globalThis, { wx: undefined }));

describe('the network', () => {
  it('is online until WeChat reports that there is none', () => {
    const { network, answer } = phone();
    expect(network.isOffline).toBe(false);
    answer(0, 'none');
    expect(network.isOffline).toBe(true);
  });

  it('is queried again when the mini program returns to the foreground', () => {
    const { changes, answer, comeBack } = phone();
    answer(0, 'none');
    comeBack();
    answer(1, 'wifi');
    comeBack();
    answer(2, 'none');
    expect(changes).toEqual([true, false, true]);
  });

  it('reports no change from one network to another', () => {
    const { changes, change } = phone();
    change(true);
    expect(changes).toEqual([]);
    [false, false, true, true].forEach(change);
    expect(changes).toEqual([true, false]);
  });

  it('drops an answer that is older than an event or another question', () => {
    const { network, changes, answer, change, comeBack } = phone();
    comeBack();
    change(false);
    answer(1, 'wifi');
    expect(network.isOffline).toBe(true);
    comeBack();
    comeBack();
    answer(3, 'unknown');
    answer(2, 'none');
    expect(changes).toEqual([true, false]);
  });
});

describe('a request without network', () => {
  /** Requests that the test answers, in the order in which they were sent. */
  function client(network: ReturnType<typeof watchNetwork>) {
    const sent: { resolve(body: unknown): void; reject(error: Error): void }[] = [];
    const get = () => new Promise<unknown>((resolve, reject) => sent.push({ resolve, reject }));
    return { sent, client: network.provenBy({ get, onUserChange: () => () => undefined }) };
  }

  it('that succeeds proves that the network is back', async () => {
    const { network, changes, change } = phone();
    const { sent, client: proving } = client(network);
    change(false);
    const answer = proving.get('/orders/');
    sent[0]?.resolve('body');
    await expect(answer).resolves.toBe('body');
    expect(network.isOffline).toBe(false);
    expect(changes).toEqual([true, false]);
  });

  it.each(['server', 'not-found', 'rate-limited', 'malformed'] as const)(
    'that the server answers with an error (%s) proves that the network is back',
    async (kind) => {
      const { network, change } = phone();
      const { sent, client: proving } = client(network);
      change(false);
      const answer = proving.get('/orders/');
      sent[0]?.reject(new ApiError({ kind, method: 'GET', path: '/orders/', status: 500 }));
      await expect(answer).rejects.toMatchObject({ kind });
      expect(network.isOffline).toBe(false);
    },
  );

  it('that fails without an answer proves nothing', async () => {
    const { network, change } = phone();
    const { sent, client: proving } = client(network);
    change(false);
    const answer = proving.get('/orders/');
    sent[0]?.reject(new ApiError({ kind: 'network', method: 'GET', path: '/orders/' }));
    await expect(answer).rejects.toMatchObject({ kind: 'network' });
    expect(network.isOffline).toBe(true);
  });

  it('proves nothing where it was sent before the network was lost', async () => {
    const { network, change } = phone();
    const { sent, client: proving } = client(network);
    const answer = proving.get('/orders/');
    change(false);
    sent[0]?.resolve('body');
    await answer;
    expect(network.isOffline).toBe(true);
  });
});

it('is online outside WeChat', () => {
  expect(watchNetwork(wechatPlatform).isOffline).toBe(false);
});
