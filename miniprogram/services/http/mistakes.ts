/** What a host's developer may have to mend. */
export type Mistake =
  'host' | 'client-id' | 'base-library' | 'clipboard' | 'copies' | 'refunds' | 'page';

/** What to do, by mistake. Evaluated when the first mistake is found. */
const ADVICE: Readonly<Record<Mistake, (detail: string) => string>> = {
  host: (host) =>
    `WeChat refuses requests to ${host}. Add it to the app's request domains ` +
    '(mp.weixin.qq.com → 开发管理 → 开发设置 → 服务器域名 → request 合法域名).',
  'client-id': (clientId) =>
    `Hydrogen refuses the sign-in of the app "${clientId}". Compare clientId with the Client ID in Hydrogen's ` +
    'console (知晓云控制台 → 设置), and its AppID with that of this mini program.',
  'base-library': (version) =>
    `This base library, ${version}, is older than 3.2.2. Set the minimum base library ` +
    '(mp.weixin.qq.com → 设置 → 基本设置 → 基础库最低版本设置).',
  clipboard: () =>
    "The clipboard is missing in the app's privacy guideline, so that numbers cannot be copied. Add it " +
    '(mp.weixin.qq.com → 设置 → 服务内容声明 → 用户隐私保护指引 → 剪切板).',
  copies: () =>
    'Two copies of the module are configured, each with a session of its own, which may create two users. ' +
    'Call configurePaymentHistory once: the copies share it.',
  refunds: (mistake) =>
    `The answer of the setting refunds is not used: ${mistake}. The payment shows the refund of the API.`,
  page: (path) =>
    `The page "${path}" does not open. Add it to "pages" or "subPackages" in app.json, and begin its path with "/": ` +
    'without it WeChat reads the path from the page that opens it. A page of the tab bar cannot be opened.',
};

const explained = new Set<string>();

/** Writes what to do to the console, once for each mistake. */
export function explain(mistake: Mistake, detail = ''): void {
  const line = `Payment history: ${ADVICE[mistake](detail)}`;
  if (explained.has(line) || isReleased()) return;
  explained.add(line);
  console.error(line);
}

/** Whether people use this mini program: WeChat's name of the version is known and that of a released one. */
function isReleased(): boolean {
  if (typeof wx === 'undefined' || !wx.getAccountInfoSync) return false;
  return wx.getAccountInfoSync().miniProgram.envVersion === 'release';
}
