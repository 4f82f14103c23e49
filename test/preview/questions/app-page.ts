import { group, type Topic } from './topic';

/** The app, its pages and their lifecycle. */
export const appAndPages: Topic = {
  title: 'app and pages',
  files: {
    'app.json':
      '{"pages":["pages/a/a","pages/b/b","pages/c/c"],"window":{"navigationBarTitleText":"App"}}',
    'app.js': `App({
      log: [], globalData: { user: 'u' }, count: 1,
      onLaunch(options) { this.log.push('app onLaunch'); this.launched = options; this.same = this === getApp() },
      onShow(options) { this.log.push('app onShow'); this.shown = options },
      onHide() { this.log.push('app onHide') },
      onError(text) { this.log.push('app onError'); this.error = text },
      onUnhandledRejection(event) { this.log.push('app onUnhandledRejection'); this.rejection = event.reason },
      plus() { this.count += 1; return this.count },
    })`,
    'pages/a/a.json': '{"usingComponents":{"child":"/child"}}',
    'pages/a/a.wxml': '<child id="c" /><view id="v">{{a.b}} {{list[1].x}}</view>',
    'pages/a/a.js': `const { log } = getApp();
      Page({
        data: { a: { b: 1 }, list: [{ x: 1 }, { x: 2 }], text: 'initial', gone: 1 },
        custom: 'field', shared: { n: 0 },
        onLoad(options) { log.push('a onLoad'); this.loaded = options; this.first = getCurrentPages().length },
        onShow() { log.push('a onShow') }, onReady() { log.push('a onReady') },
        onHide() { log.push('a onHide') }, onUnload() { log.push('a onUnload') },
        method(...values) { return [this.custom, ...values] },
      })`,
    'pages/b/b.wxml': '<view />',
    'pages/b/b.js': `const { log } = getApp();
      Page({
        data: {},
        onLoad(options) { log.push('b onLoad'); this.loaded = options },
        onShow() { log.push('b onShow') }, onReady() { log.push('b onReady') },
        onUnload() { log.push('b onUnload') },
      })`,
    'pages/c/c.json': '{"component":true}',
    'pages/c/c.wxml': '<view id="p">{{number}} {{text}}</view>',
    'pages/c/c.js': `Component({ properties: { number: Number, text: String },
      methods: { onLoad(options) { this.loaded = options } } })`,
    'child.json': '{"component":true}',
    'child.wxml': '<view />',
    'child.js': `const { log } = getApp();
      Component({ lifetimes: {
        created() { log.push('child created') }, attached() { log.push('child attached'); getApp().pagesAtAttached = getCurrentPages().length },
        ready() { log.push('child ready') }, detached() { log.push('child detached') } },
        pageLifetimes: { show() { log.push('child show') }, hide() { log.push('child hide') } } })`,
  },
  groups: [
    group('reference/api/App.html', [
      ['onLaunch comes first', 'log[0]', 'app onLaunch'],
      ['onShow follows', 'log.indexOf("app onShow") > log.indexOf("app onLaunch")', true],
      ['onLaunch knows the path', 'app.launched.path', 'pages/a/a'],
      ['onLaunch knows the query', 'app.launched.query', {}],
      ['onLaunch knows the scene', 'typeof app.launched.scene', 'number'],
      ['onLaunch has referrerInfo', 'app.launched.referrerInfo', {}],
      ['onShow gets the same options', 'app.shown.path', 'pages/a/a'],
      ['this in onLaunch is getApp()', 'app.same', true],
      [
        'onError gets the text of an error',
        'new Promise((resolve) => { setTimeout(() => { throw new Error("for onError") }); setTimeout(() => resolve(app.error.includes("for onError")), 50) })',
        true,
      ],
      [
        'onUnhandledRejection gets the reason',
        'new Promise((resolve) => { void Promise.reject("why"); setTimeout(() => resolve(app.rejection), 100) })',
        'why',
      ],
      [
        'a hook that is set later is called',
        'new Promise((resolve) => { const own = app.onError; app.onError = (text) => { app.onError = own; resolve(text.includes("later")) }; setTimeout(() => { throw new Error("later") }) })',
        true,
      ],
    ]),
    group('reference/api/getApp.html', [
      ['globalData is there', 'getApp().globalData.user', 'u'],
      ['there is one app', 'getApp() === app', true],
      ['its methods have this', 'app.plus()', 2],
    ]),
    group('api/base/app/life-cycle/wx.getLaunchOptionsSync.html', [
      ['it is what onLaunch got', 'wx.getLaunchOptionsSync().path', 'pages/a/a'],
      ['it has a scene', 'wx.getLaunchOptionsSync().scene === app.launched.scene', true],
      ['it has a query', 'wx.getLaunchOptionsSync().query', {}],
    ]),
    group('api/base/app/life-cycle/wx.getEnterOptionsSync.html', [
      ['it has the path', 'wx.getEnterOptionsSync().path', 'pages/a/a'],
    ]),
    group('api/base/app/app-event/wx.onError.html', [
      [
        'a listener gets the error',
        'new Promise((resolve) => { const own = (text) => { wx.offError(own); resolve(text.includes("for wx")) }; wx.onError(own); setTimeout(() => { throw new Error("for wx") }) })',
        true,
      ],
    ]),
    group('api/base/app/app-event/wx.onUnhandledRejection.html', [
      [
        'a listener gets reason and promise',
        'new Promise((resolve) => { const own = ({ reason, promise }) => { wx.offUnhandledRejection(own); resolve([reason, promise instanceof Promise]) }; wx.onUnhandledRejection(own); void Promise.reject("r") })',
        ['r', true],
      ],
    ]),
    group('framework/app-service/page-life-cycle.html', [
      [
        'the page is loaded after the app is shown',
        'log.indexOf("a onLoad") > log.indexOf("app onShow")',
        true,
      ],
      [
        'onLoad, onShow, onReady',
        'log.filter((one) => one.startsWith("a on")).slice(0, 3)',
        ['a onLoad', 'a onShow', 'a onReady'],
      ],
    ]),
    group('reference/api/Page.html', [
      ['data is initial', 'page.data.text', 'initial'],
      ['own fields are members', 'page.custom', 'field'],
      ['methods have this', 'page.method(1, 2)', ['field', 1, 2]],
      ['route is the path', 'page.route', 'pages/a/a'],
      ['onLoad gets the options', 'page.loaded', {}],
      ['options is the query', 'page.options', {}],
      ['is is the path', 'page.is', 'pages/a/a'],
      ['setData changes data at once', '(page.setData({ text: "now" }), page.data.text)', 'now'],
      ['setData follows a path', '(page.setData({ "a.b": 7 }), page.data.a)', { b: 7 }],
      [
        'setData follows an index',
        '(page.setData({ "list[1].x": 8 }), page.data.list)',
        [{ x: 1 }, { x: 8 }],
      ],
      [
        'a path makes what is missing',
        '(page.setData({ "fresh.one[0].two": 1 }), page.data.fresh)',
        { one: [{ two: 1 }] },
      ],
      ['setData keeps other fields', '(page.setData({ text: "x" }), page.data.gone)', 1],
      ['undefined is not set', '(page.setData({ gone: undefined }), page.data.gone)', 1],
      ['null is set', '(page.setData({ gone: null }), page.data.gone)', null],
      [
        'the callback comes after rendering',
        'new Promise((resolve) => page.setData({ text: "y" }, () => resolve("called")))',
        'called',
      ],
      [
        'the callback has this',
        'new Promise((resolve) => page.setData({ text: "z" }, function () { resolve(this === page) }))',
        true,
      ],
      ['getCurrentPages in onLoad has the page', 'page.first', 1],
    ]),
    group('framework/performance/tips/runtime_setData.html', [
      [
        'values are copied',
        '(() => { const value = { n: 1 }; page.setData({ copy: value }); value.n = 2; return page.data.copy.n })()',
        1,
      ],
      [
        'a nested undefined is dropped',
        '(page.setData({ copy: { a: undefined, b: 1 } }), Object.keys(page.data.copy))',
        ['b'],
      ],
      [
        'an instance loses its class',
        '(() => { class A { constructor() { this.x = 1 } } page.setData({ copy: new A() }); return page.data.copy.constructor.name })()',
        'Object',
      ],
      [
        'a date becomes an empty object',
        '(page.setData({ copy: new Date(0) }), page.data.copy)',
        {},
      ],
      [
        'NaN stays NaN in the logic layer',
        '(page.setData({ copy: NaN }), Number.isNaN(page.data.copy))',
        true,
      ],
      [
        'a function stays for properties',
        '(page.setData({ copy: () => 3 }), typeof page.data.copy)',
        'function',
      ],
    ]),
    group('reference/api/getCurrentPages.html', [
      ['one page is open', 'getCurrentPages().length', 1],
      ['the last is the top one', 'getCurrentPages()[0] === page', true],
      ['attached of a component sees the page', 'app.pagesAtAttached', 1],
    ]),
    group('framework/custom-component/lifetimes.html', [
      [
        'created comes before attached',
        'log.indexOf("child created") < log.indexOf("child attached")',
        true,
      ],
      [
        'attached comes before onLoad',
        'log.indexOf("child attached") < log.indexOf("a onLoad")',
        true,
      ],
      [
        'ready of a component comes before onReady',
        'log.indexOf("child ready") < log.indexOf("a onReady")',
        true,
      ],
      [
        'show of a component comes before onShow',
        'log.indexOf("child show") < log.indexOf("a onShow")',
        true,
      ],
    ]),
    group('framework/app-service/route.html', [
      [
        'navigateTo hides the old page',
        'wx.navigateTo({ url: "/pages/b/b?x=1&y=%20z" }).then(() => log.slice(log.lastIndexOf("a onHide")).filter((one) => /^[ab] /.test(one)).slice(0, 3))',
        ['a onHide', 'b onLoad', 'b onShow'],
      ],
      ['the component hears hide', 'log.includes("child hide")', true],
      ['the query is in onLoad', 'page.loaded.x', '1'],
      ['the query is not decoded', 'page.loaded.y', '%20z'],
      [
        'two pages are open',
        'getCurrentPages().map((one) => one.route)',
        ['pages/a/a', 'pages/b/b'],
      ],
      [
        'navigateBack unloads and shows',
        '(log.splice(0), wx.navigateBack().then(() => log.filter((one) => /^[ab] /.test(one))))',
        ['b onUnload', 'a onShow'],
      ],
      [
        'redirectTo unloads',
        '(log.splice(0), wx.redirectTo({ url: "../b/b" }).then(() => log.filter((one) => /^[ab] /.test(one)).slice(0, 3)))',
        ['a onUnload', 'b onLoad', 'b onShow'],
      ],
      ['the component was detached', 'log.includes("child detached")', true],
    ]),
    group('framework/custom-component/component.html', [
      [
        'a page may be a component',
        'wx.reLaunch({ url: "/pages/c/c?number=12&text=t&other=o" }).then(() => getCurrentPages()[0].route)',
        'pages/c/c',
      ],
      ['the query becomes properties', 'page.data.text', 't'],
      ['with the type of the property', 'page.data.number', 12],
      ['not others', '"other" in page.data', false],
      ['onLoad gets all of it', 'page.loaded.other', 'o'],
    ]),
  ],
};
