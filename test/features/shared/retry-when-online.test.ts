import { createRetryWhenOnline } from '../../../miniprogram/features/shared/retry-when-online';
import { ApiError, type ApiErrorKind } from '../../../miniprogram/services/api-error';
import { watchNetwork } from '../../../miniprogram/services/network';
import { virtualPlatform } from '../../support/virtual-platform';

const failure = (kind: ApiErrorKind) => new ApiError({ kind, method: 'GET', path: '/' });

/** A phone whose network comes and goes, and what was read over it. */
function phone() {
  const { platform, connect } = virtualPlatform();
  const network = watchNetwork(platform);
  const heard: boolean[] = [];
  const retries: number[] = [];
  const reconnection = createRetryWhenOnline(
    network,
    () => retries.push(1),
    () => heard.push(network.isOffline),
  );
  return {
    ...{ connect, heard, retries, reconnection },
    busy: () => reconnection.follow({ isBusy: true, error: null }),
    fails: (kind: ApiErrorKind) => reconnection.follow({ isBusy: false, error: failure(kind) }),
    succeeds: () => reconnection.follow({ isBusy: false, error: null }),
  };
}

describe('when the network is back', () => {
  it.each(['network', 'timeout'] as const)('what failed by %s is repeated, once', (kind) => {
    const { connect, retries, fails } = phone();
    connect(false);
    fails(kind);
    expect(retries).toHaveLength(0);
    connect(true);
    fails(kind);
    expect(retries).toHaveLength(1);
  });

  it('what fails by the old network a moment later is repeated as well', () => {
    const { connect, retries, busy, fails } = phone();
    connect(false);
    busy();
    connect(true);
    expect(retries).toHaveLength(0);
    fails('network');
    fails('network');
    expect(retries).toHaveLength(1);
  });

  it.each(['server', 'unauthorized', 'invalid-request'] as const)(
    'what failed by %s is left to the person',
    (kind) => {
      const { connect, retries, fails } = phone();
      connect(false);
      fails(kind);
      connect(true);
      expect(retries).toHaveLength(0);
    },
  );

  it('what went well is not repeated, nor a later failure', () => {
    const { connect, retries, succeeds, fails } = phone();
    succeeds();
    connect(false);
    connect(true);
    fails('network');
    expect(retries).toHaveLength(0);
  });

  it('is told once, however many kinds of network there are', () => {
    const { connect, heard } = phone();
    connect(true);
    connect(false);
    connect(false);
    connect(true);
    connect(true);
    expect(heard).toEqual([true, false]);
  });

  it('nobody who left hears of it', () => {
    const { connect, retries, heard, fails, reconnection } = phone();
    connect(false);
    fails('network');
    reconnection.dispose();
    connect(true);
    expect(retries).toHaveLength(0);
    expect(heard).toEqual([true]);
  });
});
