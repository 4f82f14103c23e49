import { group, onePage, type Topic } from './topic';

/** Sends the device new conditions, as the frame around it does. */
const CHANGE = `((changes) => { const view = page._$.getBackendElement().ownerDocument.defaultView; view.postMessage({ type: 'conditions', changes }, view.location.origin) })`;

const WHITE = 'rgb(255, 255, 255)';
const BLACK = 'rgb(0, 0, 0)';

/** Boxes whose colour depends on the theme. */
const THEMED = ['later', 'listed', 'wide', 'narrow', 'light', 'moving'];

const colors = `[${THEMED.map((name) => `style(node("#${name}"), "color")`).join(', ')}]`;

const THEMES = `
  .later, .listed, .wide, .narrow, .light, .moving { color: #000 }
  @media (prefers-color-scheme: dark) { .later { color: #fff } } .later { color: #000 }
  @media screen and (prefers-color-scheme: dark) { .listed { color: #fff } }
  @media (prefers-color-scheme: dark) and (min-width: 100px) { .wide { color: #fff } }
  @media (prefers-color-scheme: dark) and (max-width: 100px) { .narrow { color: #fff } }
  @media (prefers-color-scheme: light) { .light { color: #fff } }
  @media (prefers-color-scheme: dark) { @keyframes moving { from, to { color: #fff } } .moving { animation: moving 1s infinite } }`;

/** WXSS. */
export const styles: Topic = {
  title: 'WXSS',
  files: onePage(
    `<view id="rpx" class="rpx">x</view><view id="inline" style="width: 375rpx">x</view><view id="imported" class="imported">x</view>
     <view id="byId">x</view><view class="app" id="app">x</view><view id="both" class="both">x</view>
     <view class="first"></view><view class="before" id="before">x</view>
     <isolated id="isolated" /><applies id="applies" /><shares id="shares" /><code id="code" /><global id="global" />
     <view class="outside" id="outside">x</view><view id="tag"><text class="t">x</text></view>
     <view id="nth"><view class="n" id="n1">x</view><view class="n" id="n2">x</view></view>
     <hosted id="hosted" /><view id="safe" style="padding-bottom: calc(1px + env(safe-area-inset-bottom, 5px))">x</view>
     ${THEMED.map((name) => `<view id="${name}" class="${name}">x</view>`).join('')}`,
    'Page({})',
    {
      'app.json': '{"pages":["pages/a/a","pages/b/b","pages/c/c","pages/d/d"]}',
      ...Object.fromEntries(
        [
          ['b', ''],
          ['c', 'page-isolated'],
          ['d', 'page-apply-shared'],
        ].flatMap(([name, styleIsolation]) => [
          [
            `pages/${name}/${name}.json`,
            JSON.stringify({
              usingComponents: { shares: '/c/shares', applies: '/c/applies' },
              ...(styleIsolation && { styleIsolation }),
            }),
          ],
          [
            `pages/${name}/${name}.wxml`,
            '<view id="own" class="own-class imported">x</view><view id="app" class="app">x</view><view id="outside" class="outside">x</view><applies id="applies" /><shares />',
          ],
          [`pages/${name}/${name}.wxss`, '.own-class { height: 19px } .inner { width: 56px }'],
          [`pages/${name}/${name}.js`, 'Page({})'],
        ]),
      ),
      'app.wxss': '.app { width: 71px } .both { width: 1px } .inner { height: 33px }',
      'pages/a/a.wxss': `@import "../../lib/part.wxss"; .rpx { width: 750rpx; height: 75rpx } #byId { width: 44px } .both { width: 2px }
        .inner { width: 55px } page { background-color: rgb(1, 2, 3) } .before::after { content: 'c'; display: block; height: 50px }
        text.t { display: block; width: 31px } .first + .before { width: 60px } .n:nth-child(2) { width: 21px } view.n { height: 9px }${THEMES}`,
      'lib/part.wxss': '.imported { width: 66px }',
      'pages/a/a.json': JSON.stringify({
        usingComponents: Object.fromEntries(
          ['isolated', 'applies', 'shares', 'code', 'global', 'hosted'].map((name) => [
            name,
            `/c/${name}`,
          ]),
        ),
      }),
      'c/isolated.json': '{"component":true}',
      'c/isolated.js': 'Component({})',
      'c/isolated.wxml':
        '<view class="inner" id="in">x</view><view class="outside own" id="own">x</view>',
      'c/isolated.wxss': '.outside { height: 77px } .own { width: 12px }',
      'c/applies.json': '{"component":true,"styleIsolation":"apply-shared"}',
      'c/applies.js': 'Component({})',
      'c/applies.wxml': '<view class="inner" id="in">x</view>',
      'c/shares.json': '{"component":true,"styleIsolation":"shared"}',
      'c/shares.js': 'Component({})',
      'c/shares.wxml': '<view class="inner own-shared" id="in">x</view>',
      'c/shares.wxss': '.own-shared { margin-left: 13px } .outside { margin-left: 14px }',
      'c/code.json': '{"component":true}',
      'c/code.js': "Component({ options: { styleIsolation: 'apply-shared' } })",
      'c/code.wxml': '<view class="inner" id="in">x</view>',
      'c/global.json': '{"component":true}',
      'c/global.js': 'Component({ options: { addGlobalClass: true } })',
      'c/global.wxml': '<view class="inner" id="in">x</view>',
      'c/hosted.json': '{"component":true}',
      'c/hosted.js': 'Component({})',
      'c/hosted.wxml': '<view>x</view>',
      'c/hosted.wxss': ':host { display: block; width: 87px }',
    },
  ),
  groups: [
    group('framework/view/wxss.html', [
      [
        '750rpx are the width of the screen',
        'box("#rpx").then(({ width }) => width === wx.getWindowInfo().windowWidth)',
        true,
      ],
      [
        'rpx may be a part',
        'box("#rpx").then(({ height }) => Math.round(height) === Math.round(wx.getWindowInfo().windowWidth / 10))',
        true,
      ],
      [
        'an inline style may use rpx',
        'box("#inline").then(({ width }) => width === wx.getWindowInfo().windowWidth / 2)',
        true,
      ],
      ['@import', 'box("#imported").then(({ width }) => width)', 66],
      ['#id', 'box("#byId").then(({ width }) => width)', 44],
      ['app.wxss applies to pages', 'box("#app").then(({ width }) => width)', 71],
      ['a page overrides app.wxss', 'box("#both").then(({ width }) => width)', 2],
      ['::after', 'box("#before").then(({ height }) => height > 50)', true],
      ['a tag with a class', 'insideBox("page", "text.t", ".t").width', 31],
      ['elements beside each other', 'box("#before").then(({ width }) => width)', 60],
      ['the page element may be styled', 'style(page._$, "backgroundColor")', 'rgb(1, 2, 3)'],
      [':nth-child', 'box("#n2").then(({ width }) => width)', 21],
      ['a class of a tag', 'box("#n1").then(({ height }) => height)', 9],
    ]),
    group('framework/ability/darkmode.html', [
      ['the light theme', colors, [BLACK, BLACK, BLACK, BLACK, WHITE, BLACK]],
      [
        'the dark theme',
        `(${CHANGE}({ theme: 'dark', screen: 'notched' }), later(() => ${colors}))`,
        [BLACK, WHITE, WHITE, BLACK, BLACK, WHITE],
      ],
      ['an inset in an inline style', 'style(node("#safe"), "paddingBottom")', '35px'],
      [
        'the light theme again',
        `(${CHANGE}({ theme: 'light', screen: 'phone' }), later(() => ${colors}))`,
        [BLACK, BLACK, BLACK, BLACK, WHITE, BLACK],
      ],
    ]),
    group('framework/custom-component/wxml-wxss.html', [
      [
        'isolated: the page does not style the component',
        'insideBox("#isolated", "#in").width === 55',
        false,
      ],
      ['isolated: app.wxss does not', 'insideBox("#isolated", "#in").height === 33', false],
      ['isolated: its own style does', 'insideBox("#isolated", "#own").width', 12],
      [
        'isolated: the component does not style the page',
        'box("#outside").then(({ height }) => height === 77)',
        false,
      ],
      ['apply-shared: the page styles the component', 'insideBox("#applies", "#in").width', 55],
      ['apply-shared: app.wxss does too', 'insideBox("#applies", "#in").height', 33],
      ['shared: the page styles the component', 'insideBox("#shares", "#in").width', 55],
      ['shared: its own style does', 'insideBox("#shares", "#in").left', 13],
      ['shared: the component styles the page', 'box("#outside").then(({ left }) => left)', 14],
      ['styleIsolation in the options of the script', 'insideBox("#code", "#in").width', 55],
      ['addGlobalClass in the options of the script', 'insideBox("#global", "#in").width', 55],
      [':host is the node of the component', 'box("#hosted").then(({ width }) => width)', 87],
    ]),
    group('framework/view/wxss.html', [
      [
        'a page is styled by its own file',
        'wx.navigateTo({ url: "/pages/b/b" }).then(() => new Promise((resolve) => getCurrentPages()[1].createSelectorQuery().select("#own").boundingClientRect(({ height }) => resolve(height)).exec()))',
        19,
      ],
      [
        'not by that of another page',
        'box("#own").then(({ width }) => width === wx.getWindowInfo().windowWidth)',
        true,
      ],
      ['and by app.wxss', 'box("#app").then(({ width }) => width)', 71],
    ]),
    group('framework/custom-component/wxml-wxss.html', [
      ['a page is shared by default', 'insideBox("#applies", "#in").width', 56],
      ['a shared component styles it', 'box("#outside").then(({ left }) => left)', 14],
      [
        'page-isolated: its own style',
        'wx.redirectTo({ url: "/pages/c/c" }).then(() => later(() => getCurrentPages()[1].route))',
        'pages/c/c',
      ],
      ['does apply', 'box("#own").then(({ height }) => height)', 19],
      ['page-isolated: app.wxss does not', 'box("#app").then(({ width }) => width === 71)', false],
      [
        'page-isolated: the page does not style components',
        'insideBox("#applies", "#in").width === 56',
        false,
      ],
      [
        'page-isolated: a shared component does not style it',
        'box("#outside").then(({ left }) => left === 14)',
        false,
      ],
      [
        'page-apply-shared: its own style',
        'wx.redirectTo({ url: "/pages/d/d" }).then(() => later(() => getCurrentPages()[1].route))',
        'pages/d/d',
      ],
      ['does apply, too', 'box("#own").then(({ height }) => height)', 19],
      [
        'page-apply-shared: app.wxss does not',
        'box("#app").then(({ width }) => width === 71)',
        false,
      ],
      [
        'page-apply-shared: the page does not style components',
        'insideBox("#applies", "#in").width === 56',
        false,
      ],
      [
        'page-apply-shared: a shared component styles it',
        'box("#outside").then(({ left }) => left)',
        14,
      ],
    ]),
  ],
};
