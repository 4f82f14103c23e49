import { explainOnce } from './http/mistakes';

/** What the developer of a host with tags may have to mend. */
export type TagMistake =
  'base-library' | 'clipboard' | 'copies' | 'month' | 'page' | 'scroller' | 'settings';

/** What to do, by mistake. Evaluated when the first mistake is found. */
const ADVICE: Readonly<Record<TagMistake, (detail: string) => string>> = {
  'base-library': (version) =>
    `This base library, ${version}, is older than 3.2.2. Set the minimum base library ` +
    '(mp.weixin.qq.com → 设置 → 基本设置 → 基础库最低版本设置).',
  clipboard: () =>
    "The clipboard is missing in the app's privacy guideline, so that numbers cannot be copied. Add it " +
    '(mp.weixin.qq.com → 设置 → 服务内容声明 → 用户隐私保护指引 → 剪切板).',
  copies: () =>
    'Two copies of the module are configured, each with a session of its own, which may create two users. ' +
    'Call configurePaymentHistory once: the copies share it.',
  month: () =>
    'goToMonth is called without a month. It takes { year, month } in Beijing time, where month is 1 to 12.',
  page: (path) =>
    `The page "${path}" does not open. Add it to "pages" or "subPackages" in app.json, and begin its path with "/": ` +
    'without it WeChat reads the path from the page that opens it. A page of the tab bar cannot be opened. ' +
    'The ready pages open one another: where one is named, so are the others.',
  scroller: (selector) =>
    `The scroll-view "${selector}" is not found, so that rows below the first ones stay empty. The property ` +
    'scroller is a selector such as "#scroll" in the template that holds the tag, and the tag has an id of its own.',
  settings: (names) =>
    `The module has no setting of this name, and ignores it: ${names}. Compare the spelling with the table ` +
    'of settings in README.md.',
};

/** Writes to the console what to do, once for each mistake. */
export function explain(mistake: TagMistake, detail: string): void {
  explainOnce(ADVICE[mistake](detail));
}
