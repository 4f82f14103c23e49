import { group, onePage, type Question, type Topic } from './topic';

const EXPRESSIONS: [asks: string, expression: string, answer: string][] = [
  ['addition of numbers', 'a + b', '3'],
  ['a sum beside text', "'s' + a", 's1'],
  ['a product', 'b * 3', '6'],
  ['the rest of a division', '7 % 4', '3'],
  ['a comparison', 'a < b', 'true'],
  ['identity', "a === '1'", 'false'],
  ['equality', "a == '1'", 'true'],
  ['the ternary operator', "flag ? 'yes' : 'no'", 'yes'],
  ['negation', '!flag', 'false'],
  ['and', 'flag && a', '1'],
  ['or', "zero || 'other'", 'other'],
  ['a member', 'object.key', 'v'],
  ['a member of an element', 'list[1].n', '20'],
  ['a computed member', "object['key']", 'v'],
  ['an index from data', 'list[a].n', '20'],
  ['the length of an array', 'list.length', '2'],
  ['a missing member of an object', "object.none === undefined ? 'none' : 'some'", 'none'],
  ['a missing member of nothing', "nothing.deep === undefined ? 'none' : 'some'", 'none'],
  ['brackets', '(a + b) * b', '6'],
  ['a negative number', '-a', '-1'],
  ['typeof', 'typeof a', 'number'],
  ['a literal array', '[a, b, 3].length', '3'],
];

const wxml = `
  <view id="two">{{a}} and {{b}}</view>
  <view id="numbers">{{zero}}</view>
  <view id="null">[{{empty}}]</view>
  <view id="undefined">[{{nothing}}]</view>
  <view id="boolean">{{flag}}</view>
  <view id="object">{{object}}</view>
  <view id="array">{{plain}}</view>
  ${EXPRESSIONS.map(([, expression], nth) => `<view id="e${nth}">{{${expression}}}</view>`).join('')}
  <view wx:if="{{flag}}" id="if">if</view><view wx:else id="else">else</view>
  <view wx:if="{{a > 5}}" id="big">1</view><view wx:elif="{{a > 0}}" id="elif">2</view><view wx:else id="small">3</view>
  <block wx:if="{{flag}}"><view class="inblock">1</view><view class="inblock">2</view></block>
  <view wx:for="{{list}}" wx:key="n" class="for">{{index}}:{{item.n}}</view>
  <view wx:for="{{list}}" wx:for-item="one" wx:for-index="nth" wx:key="n" class="named">{{nth}}:{{one.n}}</view>
  <block wx:for="{{plain}}" wx:key="*this"><view class="block">{{item}}</view></block>
  <view wx:for="{{rows}}" wx:for-item="row" wx:key="index"><view wx:for="{{row}}" wx:key="*this" class="cell">{{item}}</view></view>
  <view wx:for="{{map}}" wx:key="index" class="map">{{index}}={{item}}</view>
  <view wx:for="array" wx:key="*this" class="letter">{{item}}</view>
  <view wx:for="{{plain}} " wx:key="*this" class="space">{{item}}</view>
  <view wx:for="{{none}}" wx:key="*this" class="nothing">x</view>
  <template name="card"><view class="card">{{name}}-{{size}}</view></template>
  <template is="card" data="{{name: 'n', size: a}}" />
  <template is="card" data="{{...spread}}" />
  <template is="{{flag ? 'card' : 'other'}}" data="{{name: 'dynamic', size: 0}}" />
  <import src="./parts.wxml" /><template is="part" data="{{text: 'imported'}}" />
  <include src="./included.wxml" />
  <view id="hidden" hidden="{{flag}}">hidden</view>
  <view id="shown" hidden="{{!flag}}">shown</view>
  <view id="joined" class="x {{flag ? 'y' : 'z'}} w">classes</view>
  <view id="data" data-one="1" data-two-words="{{b}}" data-object="{{object}}" data-UPPER="u" data-bool>data</view>
  <checkbox id="false" checked="false" value="v" /><checkbox id="reallyFalse" checked="{{false}}" value="v" />
  <text id="text" decode>a&lt;b&nbsp;c</text>
  <!-- <view id="comment"></view> -->
  <view id="style" style="width: {{a}}0px; height: 7px">s</view>
`;

const text = (selector: string): string => `text("${selector}")`;

/** Data binding, lists, conditions, templates and references. */
export const wxmlTopic: Topic = {
  title: 'WXML',
  files: onePage(
    wxml,
    `Page({ data: { a: 1, b: 2, zero: 0, flag: true, empty: null, object: { key: 'v' }, list: [{ n: 10 }, { n: 20 }],
       plain: [1, 2], rows: [[1, 2], [3]], map: { x: 1, y: 2 }, none: [], spread: { name: 'spread', size: 's' } } })`,
    {
      'pages/a/parts.wxml':
        '<template name="part"><view id="part">{{text}}</view></template><view id="leaked" />',
      'pages/a/included.wxml':
        '<view id="included">{{a}} included</view><template name="unseen"><view id="unseen" /></template>',
    },
  ),
  groups: [
    group('reference/wxml/data.html', [
      ['text and values may be mixed', text('#two'), '1 and 2'],
      ['zero is shown', text('#numbers'), '0'],
      ['a boolean is shown', text('#boolean'), 'true'],
      ['an object is shown as text', text('#object'), '[object Object]'],
      ['an array is joined', text('#array'), '1,2'],
      ...EXPRESSIONS.map(([asks, , answer], nth): Question => [
        `expressions: ${asks}`,
        text(`#e${nth}`),
        answer,
      ]),
      ['an attribute may hold several values', 'classes("#joined")', 'x y w'],
      ['a style may hold a value', 'box("#style").then(({ width }) => width)', 10],
      ['checked="false" is a string, which is true', 'property("#false", "checked")', true],
      ['checked="{{false}}" is false', 'property("#reallyFalse", "checked")', false],
      ['a change is drawn', '(page.setData({ a: 5 }), later(() => text("#two")))', '5 and 2'],
      ['and changed back', '(page.setData({ a: 1 }), later(() => text("#two")))', '1 and 2'],
    ]),
    group('reference/wxml/conditional.html', [
      ['wx:if shows', text('#if'), 'if'],
      ['wx:else is not there', 'count("#else")', 0],
      ['wx:elif', text('#elif'), '2'],
      ['only one branch', 'count("#big") + count("#small")', 0],
      ['a block has no node of its own', 'count(".inblock")', 2],
      [
        'a change exchanges the branches',
        '(page.setData({ flag: false }), later(() => [count("#if"), count("#else"), count(".inblock")]))',
        [0, 1, 0],
      ],
      [
        'and back',
        '(page.setData({ flag: true }), later(() => [count("#if"), count("#else"), count(".inblock")]))',
        [1, 0, 2],
      ],
    ]),
    group('reference/wxml/list.html', [
      ['item and index', 'texts(".for")', ['0:10', '1:20']],
      ['wx:for-item and wx:for-index', 'texts(".named")', ['0:10', '1:20']],
      ['a block repeats its content', 'texts(".block")', ['1', '2']],
      ['lists may be nested', 'texts(".cell")', ['1', '2', '3']],
      ['an object is repeated by its keys', 'texts(".map")', ['x=1', 'y=2']],
      ['an empty list shows nothing', 'count(".nothing")', 0],
      ['text is taken apart', 'texts(".letter")', ['a', 'r', 'r', 'a', 'y']],
      ['a space beside the braces makes a text', 'count(".space")', 4],
      [
        'a new element is added',
        '(page.setData({ list: [{ n: 10 }, { n: 20 }, { n: 30 }] }), later(() => texts(".for")))',
        ['0:10', '1:20', '2:30'],
      ],
      [
        'the order may change',
        '(page.setData({ list: [{ n: 30 }, { n: 10 }] }), later(() => texts(".for")))',
        ['0:30', '1:10'],
      ],
      [
        'one element may change',
        '(page.setData({ "list[0].n": 5 }), later(() => texts(".for")))',
        ['0:5', '1:10'],
      ],
    ]),
    group('reference/wxml/template.html', [
      ['a template gets data', 'texts(".card")[0]', 'n-1'],
      ['data may be spread', 'texts(".card")[1]', 'spread-s'],
      ['is may be an expression', 'texts(".card")[2]', 'dynamic-0'],
    ]),
    group('reference/wxml/import.html', [
      ['import brings templates', text('#part'), 'imported'],
      ['import brings nothing else', 'count("#leaked")', 0],
      ['include copies the rest', text('#included'), '1 included'],
      ['include brings no templates', 'count("#unseen")', 0],
    ]),
    group('component/view.html', [
      ['hidden has no size', 'box("#hidden").then(({ height }) => height)', 0],
      ['hidden false has one', 'box("#shown").then(({ height }) => height > 0)', true],
      [
        'a view is as wide as its owner',
        'box("#shown").then(({ width }) => width === wx.getWindowInfo().windowWidth)',
        true,
      ],
    ]),
    group('framework/view/wxml/event.html', [
      ['data-one', 'dataset("#data").one', '1'],
      ['data-two-words becomes twoWords', 'dataset("#data").twoWords', 2],
      ['data-object keeps its type', 'dataset("#data").object', { key: 'v' }],
      ['data-UPPER becomes lower case', 'dataset("#data").upper', 'u'],
    ]),
    group('component/text.html', [
      ['decode shows entities', 'text("#text").replace(/\\u00a0/g, " ")', 'a<b c'],
    ]),
    group('reference/wxml/', [['a comment is no element', 'count("#comment")', 0]]),
  ],
};
