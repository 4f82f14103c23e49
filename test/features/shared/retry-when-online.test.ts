import { createRetryWhenOnline } from '../../../miniprogram/features/shared/retry-when-online';
import { ApiError, type ApiErrorKind } from '../../../miniprogram/services/api-error';
import { watchNetwork } from '../../../miniprogram/services/network';
import { virtualPlatform } from '../../support/virtual-platform';

const failure = (kind: ApiErrorKind) => new ApiError({ kind, method: 'GET', path: '/' });

/** A phone whose network comes and goes, and the requests over it. */
function phone() {
  const { platform, connect } = virtualPlatform();
  const network = watchNetwork(platform);
  const retries: number[] = [];
  const retryWhenOnline = createRetryWhenOnline(network, () => retries.push(1));
  return {
    ...{ connect, retries, retryWhenOnline },
    busy: () => retryWhenOnline.follow({ isBusy: true, error: null }),
    fails: (kind: ApiErrorKind) => retryWhenOnline.follow({ isBusy: false, error: failure(kind) }),
    succeeds: () => retryWhenOnline.follow({ isBusy: false, error: null }),
  };
}

describe('when the network is back', () => {
  it.each(['network', 'timeout'] as const)('a failure of kind %s is repeated, once', (kind) => {
    const { connect, retries, fails } = phone();
    connect(false);
    fails(kind);
    expect(retries).toHaveLength(0);
    connect(true);
    fails(kind);
    expect(retries).toHaveLength(1);
  });

  it('a request that fails a moment later is repeated as well', () => {
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
    'a failure of kind %s is left to the person',
    (kind) => {
      const { connect, retries, fails } = phone();
      connect(false);
      fails(kind);
      connect(true);
      expect(retries).toHaveLength(0);
    },
  );

  it('a success is not repeated, nor a later failure', () => {
    const { connect, retries, succeeds, fails } = phone();
    succeeds();
    connect(false);
    connect(true);
    fails('network');
    expect(retries).toHaveLength(0);
  });

  it('the report of another kind of network repeats nothing', () => {
    const { connect, retries, fails } = phone();
    connect(false);
    fails('network');
    connect(true);
    connect(true);
    fails('network');
    connect(true);
    expect(retries).toHaveLength(1);
  });

  it('nothing is repeated for a page that was left', () => {
    const { connect, retries, fails, retryWhenOnline } = phone();
    connect(false);
    fails('network');
    retryWhenOnline.dispose();
    connect(true);
    expect(retries).toHaveLength(0);
  });
});
