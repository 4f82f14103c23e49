import { group, onePage, type Topic } from './topic';

/** Modules and the globals of the logic layer. */
export const modules: Topic = {
  title: 'modules',
  files: onePage(
    '<view />',
    `const a = require('./near'); const again = require('near.js'); const rooted = require('~/rooted.js');
     Object.assign(getApp(), { near: a, nearAgain: again }); let missing = ''; try { require('./missing') } catch (error) { missing = error.message }
     Object.assign(getApp(), {
       late: new Promise((resolve) => require('../../lib', resolve)),
       lateFailure: new Promise((resolve) => require('./none', () => 0, resolve)),
       chained: require.async('../../lib'), chainedFailure: require.async('./none').catch(({ mod }) => mod),
     });
     Page({
       a, again, rooted, missing,
       circle: require('../../lib/circle-a'), folder: require('../../lib'), bare: require('pack'),
       nested: require('../../lib/nested/user'), part: require('pack/part.js'), data: {},
        self: { module: typeof module, exports: typeof exports, require: typeof require, same: module.exports === exports },
       that: typeof this,
     })`,
    {
      'app.json': '{"pages":["pages/a/a"],"resolveAlias":{"~/*":"/lib/*"}}',
      'pages/a/near.js':
        'getApp().log.push("near"); exports.count = 1; exports.add = () => { exports.count += 1 };',
      'lib/rooted.js': 'module.exports = class Rooted {};',
      'lib/index.js': 'module.exports = "index of lib";',
      'lib/circle-a.js': 'exports.early = 1; exports.b = require("./circle-b"); exports.late = 2;',
      'lib/circle-b.js': 'const a = require("./circle-a"); exports.seen = Object.keys(a);',
      'lib/nested/user.js': 'module.exports = require("inner");',
      'lib/nested/miniprogram_npm/inner/index.js': 'module.exports = "nested package";',
      'miniprogram_npm/pack/index.js': 'module.exports = "package";',
      'miniprogram_npm/pack/part.js': 'module.exports = "part of package";',
    },
  ),
  groups: [
    group('reference/api/require.html', [
      ['a module is required by a relative path', 'app.near.count', 1],
      ['.js may be left out', 'app.near === app.nearAgain', true],
      ['a module runs once', 'log.filter((one) => one === "near").length', 1],
      ['a callback gets the module', 'app.late', 'index of lib'],
      ['another one gets the path that fails', 'app.lateFailure.then(({ mod }) => mod)', './none'],
      ['require.async is a promise of the module', 'app.chained', 'index of lib'],
      ['that fails with the path', 'app.chainedFailure', './none'],
      ['a missing module fails when it is required', 'page.missing.includes("missing")', true],
      ['and the message says that it is not defined', '/is not defined/.test(page.missing)', true],
      ['exports is live', '(app.near.add(), app.near.count)', 2],
    ]),
    group('reference/configuration/app.html', [
      ['resolveAlias replaces the beginning of a path', 'page.rooted.name', 'Rooted'],
    ]),
    group('reference/api/module.html', [
      ['module is an object', 'page.self.module', 'object'],
      ['module.exports may be replaced', 'typeof page.rooted', 'function'],
    ]),
    group('reference/api/exports.html', [
      ['exports is an object', 'page.self.exports', 'object'],
      ['exports is module.exports', 'page.self.same', true],
    ]),
    group('framework/app-service/module.html', [
      ['a module in a circle sees what is exported so far', 'page.circle.b.seen', ['early']],
      ['and the circle ends', 'page.circle.late', 2],
      ['require is a function of each file', 'page.self.require', 'function'],
      ['a variable of a file is no global', 'typeof again', 'undefined'],
    ]),
    group('devtools/npm.html', [
      ['a folder stands for its index.js', 'page.folder', 'index of lib'],
      ['a package is found by its name', 'page.bare', 'package'],
      ['so is a file of a package', 'page.part', 'part of package'],
      ['a nested miniprogram_npm comes first', 'page.nested', 'nested package'],
    ]),
    group('framework/runtime/env.html', [
      ['there is no window', 'typeof window', 'undefined'],
      ['there is no document', 'typeof document', 'undefined'],
    ]),
    group('framework/runtime/js-support.html', [
      [
        'eval does not run text',
        '(() => { try { return (0, eval)("1 + 1") } catch (error) { return "refused" } })()',
        'refused',
      ],
      [
        'new Function does not compile text',
        '(() => { try { return new Function("return 1")() } catch (error) { return "refused" } })()',
        'refused',
      ],
      ["new Function('return this') is allowed", 'typeof new Function("return this")()', 'object'],
      ['and gives no window', 'typeof new Function("return this")().document', 'undefined'],
      ['Promise exists', 'typeof Promise', 'function'],
      ['Array.prototype.includes exists', '[1, 2].includes(2)', true],
      ['Object.entries exists', 'Object.entries({ a: 1 })', [['a', 1]]],
      ['String.prototype.padStart exists', '"7".padStart(2, "0")', '07'],
      ['async functions work', '(async () => 5)()', 5],
      ['Map keeps the order', '[...new Map([["b", 1], ["a", 2]]).keys()]', ['b', 'a']],
      ['an array of wx is an Array', 'wx.getStorageInfoSync().keys instanceof Array', true],
      ['a promise of wx is a Promise', 'wx.getSystemInfo() instanceof Promise', true],
    ]),
    group('framework/runtime/env.html', [
      [
        'a changed built-in does not reach the framework',
        '(() => { const own = Promise.prototype.finally; Promise.prototype.finally = () => 0; return wx.getStorageInfo().then(() => { Promise.prototype.finally = own; return "ok" }) })()',
        'ok',
      ],
      [
        'a changed built-in is changed in the mini program',
        '(() => { const own = Array.prototype.at; Array.prototype.at = () => "mine"; const seen = [1].at(0); Array.prototype.at = own; return seen })()',
        'mine',
      ],
    ]),
    group('api/base/wx.arrayBufferToBase64.html', [
      ['bytes to text', 'wx.arrayBufferToBase64(new Uint8Array([11, 22, 33]).buffer)', 'CxYh'],
    ]),
    group('api/base/wx.base64ToArrayBuffer.html', [
      ['text to bytes', '[...new Uint8Array(wx.base64ToArrayBuffer("CxYh"))]', [11, 22, 33]],
    ]),
    group('api/base/debug/console.log.html', [
      ['console has log', 'typeof console.log', 'function'],
      ['console has warn', 'typeof console.warn', 'function'],
      ['console has error', 'typeof console.error', 'function'],
    ]),
    group('api/base/timer/setTimeout.html', [
      [
        'setTimeout returns a number',
        '(() => { const id = setTimeout(() => 0, 0); clearTimeout(id); return typeof id })()',
        'number',
      ],
      ['it passes values', 'new Promise((resolve) => setTimeout(resolve, 0, "value"))', 'value'],
      [
        'clearTimeout cancels',
        'new Promise((resolve) => { const id = setTimeout(() => resolve("late"), 5); clearTimeout(id); setTimeout(() => resolve("cancelled"), 30) })',
        'cancelled',
      ],
    ]),
  ],
};
