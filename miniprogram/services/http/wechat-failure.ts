import type { ApiErrorKind } from '../../domain/error-kind';
import { fieldsOf } from './json';

/** One cause for which WeChat does not complete a call. */
interface Failure {
  readonly kind: ApiErrorKind;
  /** WeChat's general error codes; base libraries before 2.24.0 and some platforms send none. */
  readonly errno: readonly number[];
  readonly errMsg: RegExp;
}

/**
 * The failures of `wx.request` and `wx.login` that are not a missing network. The first entry that matches
 * counts. The codes are those of WeChat's list and of developers' reports; the messages differ by platform, and
 * iOS translates them.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/usability/PublicErrno.html
 */
const FAILURES: readonly Failure[] = [
  // Only an explicit abort is a cancellation; net::ERR_CONNECTION_ABORTED is a network error.
  { kind: 'cancelled', errno: [], errMsg: /^request:fail abort$/i },
  {
    kind: 'misconfigured',
    // The host is not in the list; the protocol is not https; the app may not make the call.
    errno: [600002, 600005],
    errMsg: /not in .*domain list|合法域名|protocol must be|no permission|access denied/i,
  },
  // The address or an option is not valid.
  { kind: 'invalid-request', errno: [600009], errMsg: /invalid[ _]url|parameter error/i },
  {
    kind: 'timeout',
    errno: [5],
    // -7 and -118 are Chromium's codes of the two timeouts, -1001 is that of iOS.
    errMsg: /time(d|r)?[ _-]?(out|expired)|超时|逾時|errcode:\s*-(7|118|1001)\b/i,
  },
];

/** Network interrupted, as WeChat ends a request that runs in the background. */
const INTERRUPTED = 600003;

/** The kind of a failure that WeChat reports; `network` where its cause is not known. */
export function kindOfFailure(cause: unknown): ApiErrorKind {
  const { errMsg, errno } = failureOf(cause);
  const known = FAILURES.find(
    (failure) => failure.errno.includes(errno) || failure.errMsg.test(errMsg),
  );
  return known ? known.kind : 'network';
}

/** Whether WeChat ended a request because the mini program was in the background. */
export function isInterrupted(cause: unknown): boolean {
  const { errMsg, errno } = failureOf(cause);
  return errno === INTERRUPTED || /interrupted/i.test(errMsg);
}

/** WeChat's message and code; an empty text and NaN where it gives none. */
function failureOf(cause: unknown) {
  const { errMsg, errno } = fieldsOf(cause);
  return {
    errMsg: typeof errMsg === 'string' ? errMsg : '',
    errno: typeof errno === 'number' || typeof errno === 'string' ? Number(errno) : NaN,
  };
}
