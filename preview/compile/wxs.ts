import path from 'node:path';

/**
 * Features of WXS that JavaScript lacks: getRegExp, getDate, and `constructor` as the name of the type.
 * Vant compares `x.constructor === 'Array'`; in plain JavaScript this is false and class names get lost.
 * `Q` has the template compiler's hooks for handlers; the path of a handler from data starts with 0.
 */
export const WXS_RUNTIME = `
var getRegExp = function (pattern, flags) { return new RegExp(pattern, flags); };
var getDate = function () { return new (Function.prototype.bind.apply(Date, [null].concat([].slice.call(arguments))))(); };
var __wxsConstructor = function (value) {
  if (value === undefined || value === null) return undefined;
  return Object.prototype.toString.call(value).slice(8, -1);
};
Q.A = function (handler) {
  return function (now, before, owner, node) { wxsHandlers.change(handler, now, before, owner, node); };
};
Q.C = function (caller, event, handler, path) {
  return wxsHandlers.event(caller, event, handler, Boolean(path) && path[0] !== 0);
};
`;

/** `.constructor` of a name, a call, brackets or a text; brackets may be nested once. */
const CONSTRUCTOR =
  /((?:[\w$.\][]+(?:\([^()]*\))?)|\((?:[^()]|\([^()]*\))*\)|'[^']*'|"[^"]*")\.constructor\b/g;

/**
 * Rewrites one WXS module to JavaScript for the template compiler.
 *
 * @param name - its path in dist/ without .wxs
 * @returns the source, and the paths of the required modules without .wxs
 */
export const wxsSource = (
  name: string,
  content: string,
): { source: string; dependencies: string[] } => {
  const dependencies: string[] = [];
  const source = content
    .replace(
      /require\(\s*(["'])([^"']+?)(?:\.wxs)?\1\s*\)/g,
      (_call, quote: string, target: string) => {
        dependencies.push(path.posix.join(path.posix.dirname(name), target));
        return `require(${quote}${target}${quote})`;
      },
    )
    .replace(CONSTRUCTOR, '__wxsConstructor($1)');
  return { source, dependencies };
};
