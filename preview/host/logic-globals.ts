/** Globals of WeChat's logic layer that are not part of the language. */
export const WECHAT_GLOBALS: readonly string[] = [
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'console',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'require',
  'requirePlugin',
  'module',
  'exports',
  'global',
];

/** Globals of the language in every base library. Newer or unevenly supported ones (Intl, BigInt, WeakRef…) are left out on purpose. */
export const LANGUAGE_GLOBALS: readonly string[] = (
  'Object Function Array Number Boolean String Symbol Date Promise RegExp Error EvalError RangeError ' +
  'ReferenceError SyntaxError TypeError URIError JSON Math Map Set WeakMap WeakSet Proxy Reflect ' +
  'ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array ' +
  'Uint32Array Float32Array Float64Array parseFloat parseInt isFinite isNaN decodeURI ' +
  'decodeURIComponent encodeURI encodeURIComponent escape unescape Infinity NaN undefined'
).split(' ');
