import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

/** The folder of a file and the folders above it, up to the root ('.'). */
const foldersUpwards = (file: string): string[] => {
  const folders = [path.posix.dirname(file)];
  while (folders.at(-1) !== '.') folders.push(path.posix.dirname(folders.at(-1) ?? ''));
  return folders;
};

const isFile = (dist: string, file: string): boolean =>
  statSync(path.join(dist, file), { throwIfNoEntry: false })?.isFile() === true;

/** Places of a package, or of a part of one: `miniprogram_npm` of every folder upwards, then the root. */
const inPackages = (owner: string, target: string): string[] => [
  ...foldersUpwards(owner).map((folder) => path.posix.join(folder, 'miniprogram_npm', target)),
  target,
];

/**
 * Resolves a `usingComponents` value: absolute, relative, or in a package; a folder stands for its `index`.
 *
 * @param owner - path of the JSON file without .json; `app` for app.json
 * @returns null when there is no such component
 * @see https://developers.weixin.qq.com/miniprogram/dev/devtools/npm.html
 */
export const resolveComponent = (dist: string, owner: string, target: string): string | null => {
  const places = target.startsWith('/')
    ? [target.slice(1)]
    : [
        path.posix.join(path.posix.dirname(owner), target),
        ...(target.startsWith('.') ? [] : inPackages(owner, target)),
      ];
  const candidates = places.flatMap((place) => [place, path.posix.join(place, 'index')]);
  return candidates.find((candidate) => isFile(dist, `${candidate}.json`)) ?? null;
};

/** Replaces the beginning of a path by `resolveAlias` of app.json, such as `"~/*": "/*"`; the longest one wins. */
const withoutAlias = (target: string, aliases: Record<string, string>): string => {
  const [alias] = Object.keys(aliases)
    .filter((name) => target.startsWith(name.replace(/\*$/, '')))
    .sort((one, other) => other.length - one.length);
  if (alias === undefined) return target;
  const rest = target.slice(alias.replace(/\*$/, '').length);
  return path.posix.join('/', (aliases[alias] ?? '').replace(/\*$/, ''), rest);
};

/**
 * Resolves `require`: by an alias, absolute, beside the file, or in a package; `.js` may be left out, a folder stands for its
 * `index.js`.
 *
 * @param from - path of the requiring script
 * @returns null when there is no such script
 * @see https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#resolveAlias
 */
export const resolveScript = (
  dist: string,
  from: string,
  given: string,
  aliases: Record<string, string> = {},
): string | null => {
  const target = withoutAlias(given, aliases);
  const places = target.startsWith('/')
    ? [target.slice(1)]
    : [
        path.posix.join(path.posix.dirname(from), target),
        ...(target.startsWith('.') ? [] : inPackages(from, target)),
      ];
  const candidates = places.flatMap((place) => [place, `${place}.js`, `${place}/index.js`]);
  return (
    candidates.find(
      (file) => file.endsWith('.js') && !file.startsWith('..') && isFile(dist, file),
    ) ?? null
  );
};

/** Whether one of the files of a page exists. */
export const isPage = (dist: string, page: string): boolean =>
  ['.wxml', '.js', '.json'].some((ending) => existsSync(path.join(dist, page + ending)));
