import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const VANT = 'node_modules/@vant/weapp';

/** What a file of Vant refers to, as paths without the folder they are relative to. */
const references = (file: string, content: string): string[] => {
  const found: string[] = [];
  if (file.endsWith('.json')) {
    const { usingComponents = {} } = JSON.parse(content) as {
      usingComponents?: Record<string, string>;
    };
    found.push(...Object.values(usingComponents).flatMap(componentFiles));
  }
  for (const match of content.matchAll(
    /(?:require\(|@import |import src=|wxs src=|\bsrc=)["']([^"'{]+)["']/g,
  )) {
    const target = match[1] ?? '';
    found.push(path.extname(target) ? target : `${target}.js`);
  }
  return found;
};

/** Handlers of personal data that no button of ours asks for. */
const PERSONAL = ['GetUserInfo', 'GetPhoneNumber', 'GetRealTimePhoneNumber', 'ChooseAvatar'];

/**
 * What a file of Vant loses, by its path in Vant. WeChat finds calls for personal data in uploaded code and asks
 * the owner of the app to declare them. No button of ours makes one.
 */
const REMOVED: Readonly<Record<string, readonly RegExp[]>> = {
  'button/index.js': [
    /\n +var _this = this;/,
    /\n +var _a = this\.data, canIUseGetUserProfile[\s\S]*?\n {12}}/,
  ],
  'button/index.wxml': [
    / \|\| \(canIUseGetUserProfile && openType === 'getUserInfo'\)/,
    ...PERSONAL.map((name) => new RegExp(`\\n +bind${name.toLowerCase()}="\\w+"`)),
  ],
  'mixins/button.js': [
    /\nvar version_1 = require\("\.\.\/common\/version"\);/,
    /\n +data: {\n +canIUseGetUserProfile: .*\n +},/,
    /\n +getUserProfileDesc: String,/,
    ...PERSONAL.map((name) => new RegExp(`\\n +on${name}: function[\\s\\S]*?\\n {8}},`)),
  ],
  'common/version.js': [
    /exports\.canIUseGetUserProfile = (?=exports)/,
    /\nfunction canIUseGetUserProfile[\s\S]*?\n}\nexports\.canIUseGetUserProfile = .*;/,
  ],
};

/**
 * A file of Vant. The icon and the spinner of its button are left out: no button of ours has one, and the icons'
 * font would come from a CDN, but nothing in dist/ may ask a third party (docs/decisions/0003).
 *
 * @throws Error where a text that is left out is missing, as in a newer Vant.
 */
export const vantFile = (file: string): string => {
  const name = path.relative(path.join(VANT, 'lib'), file).split(path.sep).join('/');
  let content = readFileSync(file, 'utf8');
  for (const text of REMOVED[name] ?? []) {
    if (!text.test(content)) throw new Error(`Vant's ${name} has no ${text}`);
    content = content.replace(text, '');
  }
  if (path.dirname(name) !== 'button') return content;
  if (name.endsWith('.json')) return '{ "component": true }';
  return content.replace(/<van-(icon|loading)\s[^>]*\/>/g, '');
};

const componentFiles = (component: string) =>
  ['.js', '.json', '.wxml', '.wxss'].map((extension) => component + extension);

/**
 * The files of Vant that our components use, directly or through each other.
 *
 * @param source - The folder of our components.
 */
export const vantClosure = (source: string): string[] => {
  const closure = new Set<string>();
  const visit = (file: string) => {
    if (closure.has(file) || !existsSync(file)) return;
    closure.add(file);
    for (const target of references(file, vantFile(file))) {
      visit(path.join(path.dirname(file), target));
    }
  };
  for (const used of usedVantComponents(source)) {
    componentFiles(path.join(VANT, 'lib', used)).forEach(visit);
  }
  return [...closure];
};

const usedVantComponents = (source: string): Set<string> => {
  const used = new Set<string>();
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.json')) continue;
    for (const match of readFileSync(path.join(source, file), 'utf8').matchAll(
      /"(?:\.\.\/)+vant\/([^"]+)"/g,
    )) {
      used.add(match[1] ?? '');
    }
  }
  return used;
};
