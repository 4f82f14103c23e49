/** A question: what it asks, source of an expression of the mini program, the answer, and selectors to tap before. */
export type Question = [asks: string, code: string, answer: unknown, ...taps: string[]];

/** Questions of one page of WeChat's documentation. */
export interface Group {
  page: string;
  questions: Question[];
}

/** A small mini program, and questions about it. */
export interface Topic {
  title: string;
  files: Record<string, string>;
  groups: Group[];
}

const DOCS = 'https://developers.weixin.qq.com/miniprogram/dev';

/** Questions of a page of the documentation. */
export const group = (page: string, questions: Question[]): Group => ({
  page: `${DOCS}/${page}`,
  questions,
});

/** The files of a mini program with one page, `pages/a/a`. */
export const onePage = (wxml: string, script = 'Page({})', more: Record<string, string> = {}) => ({
  'app.json': '{"pages":["pages/a/a"]}',
  'app.js': 'App({ log: [] })',
  'pages/a/a.wxml': wxml,
  'pages/a/a.js': script,
  ...more,
});
