import { group, onePage, type Topic } from './topic';

const outcome = (call: string) =>
  `new Promise((resolve) => ${call.replace('RESOLVE', 'success: () => resolve("success"), fail: ({ errMsg }) => resolve(errMsg)')})`;

/** Elements that follow their properties. */
const ELEMENTS = [
  ...['view', 'text', 'image', 'icon', 'progress', 'rich-text', 'scroll-view', 'swiper'],
  ...['button', 'checkbox', 'radio', 'switch', 'slider', 'input', 'textarea', 'picker', 'form'],
];

/** Routes, the tab bar and sub-packages. */
export const routes: Topic = {
  title: 'routes',
  files: onePage('<view />', 'Page({})', {
    'app.json': JSON.stringify({
      pages: ['pages/a/a', 'pages/t/t', 'pages/d/d', 'pages/e/e'],
      tabBar: {
        list: [
          { pagePath: 'pages/a/a', text: 'A' },
          { pagePath: 'pages/t/t', text: 'T' },
        ],
      },
      subpackages: [
        { root: 'sub', pages: ['p/p'] },
        { root: 'alone', pages: ['p/p'], independent: true },
      ],
    }),
    'pages/t/t.wxml': '<view />',
    'pages/t/t.js':
      'Page({ onLoad() { getApp().log.push("t onLoad") }, onShow() { getApp().log.push("t onShow") }, onUnload() { getApp().log.push("t onUnload") } })',
    'pages/d/d.json': '{"navigationStyle":"custom"}',
    'pages/d/d.wxml': '<view />',
    'pages/d/d.js': `Page({ onLoad() { const channel = this.getOpenerEventChannel(); channel.on('hello', (value) => { this.hello = value }); channel.emit('answer', { from: 'd' }) } })`,
    'pages/e/e.json': '{"usingComponents":{"e":"/elements/elements"}}',
    'pages/e/e.wxml': '<e wx:if="{{on}}" />',
    'pages/e/e.js': 'Page({ data: { on: true } })',
    'elements/elements.json': '{"component":true}',
    'elements/elements.wxml': ELEMENTS.map(
      (name) =>
        `<${name} hidden="{{on}}" aria-label="{{text}}" value="{{text}}" disabled="{{on}}" checked="{{on}}" src="{{text}}" nodes="{{text}}" focus="{{on}}" scroll-y="{{on}}" scroll-top="{{number}}" current="{{number}}" percent="{{number}}" loading="{{on}}" type="{{text}}" size="{{text}}" animation="{{animation}}" auto-height="{{on}}" refresher-triggered="{{on}}" />`,
    ).join(''),
    'elements/elements.js':
      'Component({ data: { on: false, text: "", number: 0, animation: null }, attached() { getApp().elements = this } })',
    'sub/p/p.wxml': '<view />',
    'sub/p/p.js': 'Page({ part: require("../lib.js") })',
    'sub/lib.js': 'module.exports = "of the sub-package";',
    'alone/p/p.wxml': '<view />',
    'alone/p/p.js': 'Page({})',
  }),
  groups: [
    group('framework/app-service/page-life-cycle.html', [
      [
        'data that a component sets after it was removed is no error',
        `(async () => { const errors = []; const own = app.onError; app.onError = (text) => { errors.push(text.split("\\n")[0]) }; await wx.navigateTo({ url: "/pages/e/e" }); getCurrentPages()[1].setData({ on: false }); await wx.navigateBack(); const animation = wx.createAnimation({}).opacity(0).step().export(); await later(() => app.elements.setData({ on: true, text: "a", number: 1, animation })); return later(() => { app.onError = own; return errors }) })()`,
        [],
      ],
    ]),
    group('api/route/EventChannel.html', [
      [
        'the first page has a channel without effect',
        'typeof page.getOpenerEventChannel().emit',
        'function',
      ],
      [
        'navigateTo gives a channel',
        'wx.navigateTo({ url: "/pages/d/d", events: { answer: (value) => { app.answer = value } } }).then(({ eventChannel }) => { eventChannel.emit("hello", 5); return typeof eventChannel.on })',
        'function',
      ],
      ['the opened page hears', 'page.hello', 5],
      ['the opener hears', 'app.answer', { from: 'd' }],
      [
        'once is called once',
        '(() => { const channel = page.getOpenerEventChannel(); let calls = 0; channel.once("x", () => { calls += 1 }); channel.emit("x"); channel.emit("x"); return calls })()',
        1,
      ],
      [
        'off removes',
        '(() => { const channel = page.getOpenerEventChannel(); let calls = 0; const own = () => { calls += 1 }; channel.on("y", own); channel.off("y", own); channel.emit("y"); return calls })()',
        0,
      ],
    ]),
    group('api/route/wx.navigateTo.html', [
      [
        'a missing page fails',
        outcome('wx.navigateTo({ url: "/pages/none/none", RESOLVE })').replace(
          'resolve(errMsg)',
          'resolve(/navigateTo:fail page .* is not found/.test(errMsg))',
        ),
        true,
      ],
      [
        'a page of the tab bar fails',
        outcome('wx.navigateTo({ url: "/pages/t/t", RESOLVE })'),
        'navigateTo:fail can not navigateTo a tabbar page',
      ],
      [
        'a relative address',
        'wx.navigateTo({ url: "../d/d" }).then(() => getCurrentPages().length)',
        3,
      ],
      [
        'a page of a sub-package',
        'wx.navigateTo({ url: "/sub/p/p" }).then(() => getCurrentPages()[3].route)',
        'sub/p/p',
      ],
      ['its own modules', 'page.part', 'of the sub-package'],
      [
        'a page of an independent sub-package',
        'wx.navigateTo({ url: "/alone/p/p" }).then(() => getCurrentPages()[4].route)',
        'alone/p/p',
      ],
      [
        'ten pages at most',
        '(async () => { let error = ""; for (let n = 0; n < 6; n += 1) await wx.navigateTo({ url: "/pages/d/d" }).catch(({ errMsg }) => { error = errMsg }); return [getCurrentPages().length, /webview count limit exceed/.test(error)] })()',
        [10, true],
      ],
    ]),
    group('api/route/wx.navigateBack.html', [
      ['delta', 'wx.navigateBack({ delta: 3 }).then(() => getCurrentPages().length)', 7],
      [
        'more than there are leads to the first',
        'wx.navigateBack({ delta: 99 }).then(() => getCurrentPages().map(({ route }) => route))',
        ['pages/a/a'],
      ],
    ]),
    group('api/route/wx.switchTab.html', [
      [
        'it shows a page of the tab bar',
        'wx.switchTab({ url: "/pages/t/t" }).then(() => getCurrentPages().map(({ route }) => route))',
        ['pages/t/t'],
      ],
      [
        'another page fails',
        outcome('wx.switchTab({ url: "/pages/d/d", RESOLVE })').replace(
          'resolve(errMsg)',
          'resolve(/can not switch to no-tabBar page/.test(errMsg))',
        ),
        true,
      ],
      [
        'it closes other pages',
        'wx.navigateTo({ url: "/pages/d/d" }).then(() => wx.switchTab({ url: "/pages/a/a" })).then(() => getCurrentPages().length)',
        1,
      ],
      [
        'a page of the tab bar is loaded once',
        '(log.splice(0), wx.switchTab({ url: "/pages/t/t" }).then(() => log.slice()))',
        ['t onShow'],
      ],
    ]),
    group('api/route/wx.redirectTo.html', [
      [
        'a page of the tab bar fails',
        outcome('wx.redirectTo({ url: "/pages/a/a", RESOLVE })').replace(
          'resolve(errMsg)',
          'resolve(/can not redirectTo a tabbar page/.test(errMsg))',
        ),
        true,
      ],
      [
        'it replaces the page',
        'wx.redirectTo({ url: "/pages/d/d" }).then(() => getCurrentPages().map(({ route }) => route))',
        ['pages/d/d'],
      ],
    ]),
    group('api/route/wx.reLaunch.html', [
      [
        'it closes all',
        'wx.reLaunch({ url: "/pages/t/t" }).then(() => getCurrentPages().map(({ route }) => route))',
        ['pages/t/t'],
      ],
      [
        'the query is given',
        'wx.reLaunch({ url: "/pages/d/d?q=1" }).then(() => getCurrentPages()[0].options)',
        { q: '1' },
      ],
    ]),
    group('api/base/system/wx.getWindowInfo.html', [
      [
        'windowHeight is the screen',
        'wx.getWindowInfo().windowHeight === wx.getWindowInfo().screenHeight',
        true,
      ],
      [
        'less the tab bar',
        'wx.switchTab({ url: "/pages/t/t" }).then(() => wx.getWindowInfo().screenHeight - wx.getWindowInfo().windowHeight)',
        50,
      ],
    ]),
    group('reference/configuration/page.html', [
      [
        'a page with a navigation bar',
        'wx.reLaunch({ url: "/sub/p/p" }).then(() => later(() => { app.usual = wx.getWindowInfo().windowHeight; return app.usual > 0 }, 200))',
        true,
      ],
      [
        'is lower than one with navigationStyle custom',
        'wx.reLaunch({ url: "/pages/d/d" }).then(() => later(() => wx.getWindowInfo().windowHeight > app.usual, 200))',
        true,
      ],
    ]),
    group('api/ui/tab-bar/wx.setTabBarBadge.html', [
      [
        'on a page of the tab bar',
        'wx.switchTab({ url: "/pages/a/a" }).then(() => wx.setTabBarBadge({ index: 0, text: "1" })).then(({ errMsg }) => errMsg)',
        'setTabBarBadge:ok',
      ],
      [
        'an index that does not exist fails',
        outcome('wx.setTabBarBadge({ index: 9, text: "1", RESOLVE })').replace(
          'resolve(errMsg)',
          'resolve("fail")',
        ),
        'fail',
      ],
    ]),
    group('api/ui/tab-bar/wx.hideTabBar.html', [
      ['it hides', 'wx.hideTabBar().then(({ errMsg }) => errMsg)', 'hideTabBar:ok'],
      ['it shows', 'wx.showTabBar().then(({ errMsg }) => errMsg)', 'showTabBar:ok'],
    ]),
  ],
};

/** An app that is opened with a page that it does not have. */
export const notFound: Topic = {
  title: 'a page that does not exist',
  files: onePage('<view />', 'Page({})', {
    'app.json': '{"pages":["pages/a/a"],"entryPagePath":"pages/none/none"}',
    'app.js': `App({ log: [], onPageNotFound(event) { this.missing = event; wx.redirectTo({ url: '/pages/a/a' }) } });
      wx.onPageNotFound(({ path }) => getApp().log.push(path))`,
  }),
  groups: [
    group('reference/api/App.html', [
      [
        'onPageNotFound may open another page',
        'later(() => getCurrentPages()[0].route)',
        'pages/a/a',
      ],
      [
        'it gets path, query and isEntryPage',
        'app.missing',
        { path: 'pages/none/none', query: {}, isEntryPage: true },
      ],
    ]),
    group('api/base/app/app-event/wx.onPageNotFound.html', [
      ['a listener gets the path', 'log', ['pages/none/none']],
    ]),
  ],
};
