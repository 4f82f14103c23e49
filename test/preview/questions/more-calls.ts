import { group, onePage, type Topic } from './topic';

/** The message of what an expression throws or rejects with. */
const failure = (call: string) =>
  `(async () => { try { await ${call}; return 'ok' } catch (error) { return error.errMsg || error.message } })()`;

/** The callbacks that a call calls, with their messages. */
const callbacks = (call: string) =>
  `new Promise((resolve) => { const called = []; ${call}({ success: () => called.push('success'), fail: ({ errMsg }) => called.push('fail ' + errMsg), complete: ({ errMsg }) => resolve([...called, 'complete ' + errMsg]) }) })`;

const file = 'http://usr/big.bin';
const manager = 'wx.getFileSystemManager()';
const stored = (value: string, read: string) =>
  `(wx.setStorageSync('k', ${value}), ((stored) => ${read})(wx.getStorageSync('k')))`;
const KEY = 'fail parameter error: parameter.key should be String';

/** Calls that the preview lacks, that lack a parameter, or that come before and after the pages. */
export const moreCalls: Topic = {
  title: 'more calls of wx',
  files: onePage(
    '<view id="box">a</view><inside id="inside" />',
    "Page({ onTabItemTap(item) { getApp().log.push(['a', item]) } })",
    {
      'app.json': JSON.stringify({
        pages: ['pages/a/a', 'pages/b/b', 'pages/a/next'],
        tabBar: {
          list: [
            { pagePath: 'pages/a/a', text: 'A' },
            { pagePath: 'pages/b/b', text: 'B' },
          ],
        },
      }),
      'app.js': `App({ log: [], onLaunch() {
      wx.createSelectorQuery().select('#box').boundingClientRect((box) => { this.box = box }).selectAll('#box').fields({ id: true }).exec((all) => { this.found = all }) } })`,
      'pages/a/a.json': '{"usingComponents":{"inside":"/c/inside/inside"}}',
      'pages/a/next.wxml': '<view />',
      'pages/a/next.js': 'Page({ onLoad(query) { this.query = query } })',
      'c/inside/inside.json': '{"component":true}',
      'c/inside/inside.js': 'Component({})',
      'c/inside/inside.wxml': '<view />',
      'pages/b/b.wxml': '<view />',
      'pages/b/b.js': `Page({ onTabItemTap(item) { getApp().log.push(['b', item]) },
      onUnload() { wx.createSelectorQuery().select('#box').boundingClientRect().exec((all) => getApp().log.push(['unload', all])) } })`,
    },
  ),
  groups: [
    group('api/wxml/wx.createSelectorQuery.html', [
      [
        'a query in onLaunch finds nothing',
        'later(() => [app.box, app.found])',
        [null, [null, []]],
      ],
    ]),
    group('reference/api/Page.html', [
      [
        'onTabItemTap of another tab',
        '(page._$.getBackendElement().ownerDocument.querySelectorAll(".device-tab-bar button")[1].click(), later(() => log.splice(0)))',
        [['b', { index: '1', pagePath: 'pages/b/b', text: 'B' }]],
      ],
      [
        'onTabItemTap of the open tab',
        '(page._$.getBackendElement().ownerDocument.querySelectorAll(".device-tab-bar button")[1].click(), later(() => log.splice(0)))',
        [['b', { index: '1', pagePath: 'pages/b/b', text: 'B' }]],
      ],
      [
        'a query in onUnload finds nothing',
        'wx.reLaunch({ url: "/pages/a/a" }).then(() => later(() => log.splice(0)))',
        [['unload', [null]]],
      ],
    ]),
    group('reference/api/Router.html', [
      [
        'pageRouter is relative to the page',
        'component("#inside").pageRouter.navigateTo({ url: "next?q=1" }).then(() => [getCurrentPages()[1].route, getCurrentPages()[1].query])',
        ['pages/a/next', { q: '1' }],
      ],
      ['navigateBack', 'page.pageRouter.navigateBack().then(() => getCurrentPages().length)', 1],
      [
        'router is relative to the component',
        'component("#inside").router.navigateTo({ url: "../../pages/a/next" }).then(() => getCurrentPages()[1].route)',
        'pages/a/next',
      ],
      ['router of a page', 'page.router.navigateBack().then(() => getCurrentPages().length)', 1],
      [
        'a router without an address',
        failure('page.router.navigateTo({})'),
        'navigateTo:fail parameter error: parameter.url should be String',
      ],
    ]),
    group('api/route/wx.navigateTo.html', [
      ...['navigateTo', 'redirectTo', 'reLaunch', 'switchTab'].map(
        (name): [string, string, unknown] => [
          `${name} without an address`,
          failure(`wx.${name}({})`),
          `${name}:fail parameter error: parameter.url should be String`,
        ],
      ),
      [
        'navigateBack on the first page',
        failure('wx.navigateBack()'),
        'navigateBack:fail cannot navigate back at first page',
      ],
      [
        'request without an address',
        callbacks('wx.request'),
        [
          'fail request:fail parameter error: parameter.url should be String',
          'complete request:fail parameter error: parameter.url should be String',
        ],
      ],
      ['request without options', 'typeof wx.request().abort', 'function'],
    ]),
    group('api/storage/wx.setStorageSync.html', [
      ['a date', stored('new Date(5)', '[stored instanceof Date, stored.getTime()]'), [true, 5]],
      [
        'a date is kept as one',
        'wx.getStorage({ key: "k" }).then(({ data }) => data.getTime())',
        5,
      ],
      ['NaN', stored('NaN', 'Number.isNaN(stored)'), true],
      ['Infinity', stored('-Infinity', 'stored === -Infinity'), true],
      ['null', stored('null', 'stored'), null],
      ['undefined', stored('undefined', 'stored === undefined'), true],
      ['a text that looks like a date', stored('"Date 5"', 'stored'), 'Date 5'],
      ['a number', stored('1.5', 'stored'), 1.5],
      [
        'a key that is no text',
        failure('wx.setStorageSync(undefined, 1)'),
        `setStorageSync:${KEY}`,
      ],
      ['a key that is read', failure('wx.getStorageSync(1)'), `getStorageSync:${KEY}`],
      ['a key of the promise', failure('wx.getStorage({})'), `getStorage:${KEY}`],
      ['a key that is removed', failure('wx.removeStorage({})'), `removeStorage:${KEY}`],
    ]),
    group('api/file/FileSystemManager.readFile.html', [
      [
        'a large file as base64',
        `(${manager}.writeFileSync("${file}", new ArrayBuffer(200000)), ${manager}.readFileSync("${file}", "base64").length)`,
        266_668,
      ],
      [
        'position and length',
        `(${manager}.writeFileSync("${file}", "abcdef", "utf8"), [${manager}.readFileSync("${file}", "utf8", 1, 3), ${manager}.readFileSync("${file}", "utf8", 4)])`,
        ['bcd', 'ef'],
      ],
      [
        'position and length by name',
        `new Promise((resolve) => ${manager}.readFile({ filePath: "${file}", encoding: "utf8", position: 2, length: 2, success: ({ data }) => resolve(data) }))`,
        'cd',
      ],
      [
        'a length that the file does not have',
        `/out of range/.test(await ${failure(`${manager}.readFileSync("${file}", "utf8", 4, 3)`)})`,
        true,
      ],
      [
        'truncate',
        `(${manager}.truncateSync("${file}", 2), ${manager}.readFileSync("${file}", "utf8"))`,
        'ab',
      ],
      [
        'a call that the preview lacks',
        callbacks(`${manager}.saveFile`),
        [
          'fail saveFile:fail not supported in the preview',
          'complete saveFile:fail not supported in the preview',
        ],
      ],
      [
        'and its synchronous one',
        failure(`${manager}.openSync({ filePath: "${file}" })`),
        'openSync:fail not supported in the preview',
      ],
    ]),
    group('framework/app-service/api.html', [
      [
        'a call of the cloud, by callbacks',
        callbacks('wx.cloud.callFunction'),
        [
          'fail cloud.callFunction:fail not supported in the preview',
          'complete cloud.callFunction:fail not supported in the preview',
        ],
      ],
      [
        'a call of the cloud, by a promise',
        failure('wx.cloud.callFunction({ name: "f" })'),
        'cloud.callFunction:fail not supported in the preview',
      ],
      [
        'catch of its promise',
        'wx.cloud.callFunction({}).catch(({ errMsg }) => errMsg)',
        'cloud.callFunction:fail not supported in the preview',
      ],
      ['a part of the cloud', 'typeof wx.cloud.database().collection("c").doc', 'function'],
      ...['uploadFile', 'downloadFile', 'connectSocket'].flatMap(
        (name): [string, string, unknown][] => [
          [
            `${name} fails`,
            callbacks(`wx.${name}`),
            [
              `fail ${name}:fail not supported in the preview`,
              `complete ${name}:fail not supported in the preview`,
            ],
          ],
          [
            `${name} returns a task`,
            `(wx.${name}({ fail() {} }).onProgressUpdate(() => 0), 'ok')`,
            'ok',
          ],
        ],
      ),
      ['a value of what is missing', "wx.getExptInfoSync(['a']).a + ''", ''],
      ['a list of what is missing', "[...wx.getExptInfoSync(['a']).a]", []],
    ]),
  ],
};
