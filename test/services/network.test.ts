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

it('is online outside WeChat', () => {
  expect(watchNetwork(wechatPlatform).isOffline).toBe(false);
});
