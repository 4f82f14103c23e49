/** What the developer of a host may have to mend. */
export type Mistake = 'host' | 'client-id' | 'session' | 'refunds' | 'refunds-failure';

/** What to do, by mistake. Evaluated when the first mistake is found. */
const ADVICE: Readonly<Record<Mistake, (detail: string) => string>> = {
  host: (host) =>
    host.startsWith('http:')
      ? `WeChat refuses requests to ${host}, which is this machine. Allow it in DevTools ` +
        '(详情 → 本地设置 → 不校验合法域名), and compare the port with that of the running server.'
      : `WeChat refuses requests to ${host}. Add it to the app's request domains ` +
        '(mp.weixin.qq.com → 管理 → 开发管理 → 开发设置 → 服务器域名 → request 合法域名).',
  'client-id': (clientId) =>
    `Hydrogen refuses the sign-in of the app "${clientId}". Compare clientId with the Client ID in Hydrogen's ` +
    'console (知晓云控制台 → 设置), and its AppID with that of this mini program.',
  session: (reason) =>
    `The session has failed: ${reason}. The person reads that the sign-in has expired. Compare the setting ` +
    'session with README.md; sdkSession needs the SDK of Hydrogen.',
  refunds: (mistake) =>
    `The answer of the setting refunds is not used: ${mistake}. The payment shows the refund of the API.`,
  'refunds-failure': (reason) =>
    `The setting refunds has failed${reason}. The payment shows the refund of the API until it is opened again.`,
};

const explained = new Set<string>();

/**
 * Writes to the console what to do, once for each mistake. What may pass without a change of the app, such as an
 * unreachable server of the host, is a warning.
 */
export function explain(mistake: Mistake, detail: string): void {
  explainOnce(ADVICE[mistake](detail), mistake === 'refunds-failure' ? 'warn' : 'error');
}

/** Writes advice to the console, once for each text. */
export function explainOnce(advice: string, level: 'error' | 'warn' = 'error'): void {
  const line = `Payment history: ${advice}`;
  if (explained.has(line) || isReleased()) return;
  explained.add(line);
  console[level](line);
}

/** Whether people use this mini program: WeChat's name of the version is known and that of a released one. */
function isReleased(): boolean {
  if (typeof wx === 'undefined' || !wx.getAccountInfoSync) return false;
  return wx.getAccountInfoSync().miniProgram.envVersion === 'release';
}
