import { group, onePage, type Topic } from './topic';

const CASES: [page: string, asks: string, expression: string, answer: string][] = [
  ['06datatype', 'constructor of a number', '(10).constructor', 'Number'],
  ['06datatype', 'constructor of a string', "'10'.constructor", 'String'],
  ['06datatype', 'constructor of a boolean', 'true.constructor', 'Boolean'],
  ['06datatype', 'constructor of an object', '({k: 1}).constructor', 'Object'],
  ['06datatype', 'constructor of an array', '[].constructor', 'Array'],
  ['06datatype', 'constructor of a function', '(function () {}).constructor', 'Function'],
  ['06datatype', 'constructor of a date', 'getDate().constructor', 'Date'],
  ['06datatype', 'constructor of a regexp', "getRegExp('a').constructor", 'RegExp'],
  ['06datatype', 'constructor behind brackets', "({k: []})['k'].constructor", 'Array'],
  ['06datatype', 'constructor in a text', "'a.constructor'", 'a.constructor'],
  ['06datatype', 'typeof a number', 'typeof 1', 'number'],
  ['06datatype', 'typeof null', 'typeof null', 'object'],
  ['06datatype', 'typeof undefined', 'typeof undefined', 'undefined'],
  ['06datatype', 'typeof a function', 'typeof function () {}', 'function'],
  ['06datatype', 'getRegExp with flags', "getRegExp('B', 'i').test('b')", 'true'],
  ['06datatype', 'source of a regexp', "getRegExp('a+', 'g').source", 'a+'],
  ['06datatype', 'global of a regexp', "getRegExp('a', 'g').global", 'true'],
  ['06datatype', 'ignoreCase of a regexp', "getRegExp('a', 'g').ignoreCase", 'false'],
  ['06datatype', 'getDate of milliseconds', 'getDate(1500000000000).getTime()', '1500000000000'],
  ['06datatype', 'getDate of parts', 'getDate(2017, 6, 14).getMonth()', '6'],
  ['06datatype', 'toFixed', '(1.005).toFixed(1)', '1.0'],
  ['06datatype', 'charAt', "'abc'.charAt(1)", 'b'],
  ['06datatype', 'indexOf', "'abc'.indexOf('c')", '2'],
  ['06datatype', 'split', "'a-b'.split('-').length", '2'],
  ['06datatype', 'replace', "'aXa'.replace('X', 'b')", 'aba'],
  ['06datatype', 'substring', "'abcd'.substring(1, 3)", 'bc'],
  ['06datatype', 'trim', "' a '.trim()", 'a'],
  ['06datatype', 'join', "[1, 2].join('+')", '1+2'],
  ['06datatype', 'map', '[1, 2].map(function (n) { return n * 2 }).join()', '2,4'],
  ['06datatype', 'filter', '[1, 2].filter(function (n) { return n > 1 }).length', '1'],
  ['06datatype', 'reduce', '[1, 2, 3].reduce(function (sum, n) { return sum + n }, 0)', '6'],
  ['06datatype', 'slice', '[1, 2, 3].slice(1).length', '2'],
  ['07basiclibrary', 'JSON.stringify', 'JSON.stringify({ a: [1] })', '{"a":[1]}'],
  ['07basiclibrary', 'JSON.parse', 'JSON.parse(\'{"a":2}\').a', '2'],
  ['07basiclibrary', 'Math.max', 'Math.max(1, 3)', '3'],
  ['07basiclibrary', 'Math.floor', 'Math.floor(1.9)', '1'],
  ['07basiclibrary', 'Number.MAX_VALUE', 'Number.MAX_VALUE > 1e300', 'true'],
  ['07basiclibrary', 'Date.parse', "Date.parse('1970-01-01T00:00:01Z')", '1000'],
  ['07basiclibrary', 'parseInt', "parseInt('12px')", '12'],
  ['07basiclibrary', 'isNaN', 'isNaN(NaN)', 'true'],
  ['07basiclibrary', 'encodeURIComponent', "encodeURIComponent('a b')", 'a%20b'],
  ['04operator', 'a bitwise operator', '6 & 3', '2'],
  ['04operator', 'a shift', '1 << 4', '16'],
  ['04operator', 'the comma operator', '(1, 2)', '2'],
  ['04operator', 'the remainder', '10 % 4', '2'],
];

const functions = CASES.map(
  ([, , expression], nth) => `f${nth}: function () { return ${expression} }`,
);

/** The scripts of the view layer. */
export const wxs: Topic = {
  title: 'WXS',
  files: onePage(
    `<wxs module="inline">module.exports = { twice: function (n) { return n * 2 }, name: 'inline' };</wxs>
     <wxs module="cases" src="./cases.wxs" /><wxs module="state" src="/lib/state.wxs" />
     <view id="inline">{{inline.twice(n)}}</view><view id="name">{{inline.name}}</view>
     <view id="required">{{state.required}}</view><view id="branch">{{state.branch(2)}}</view>
     <view id="loop">{{state.loop(4)}}</view><view id="array">{{state.sum(list)}}</view>
     <view id="missing">{{state.kind(nothing)}}</view>
     ${CASES.map((_case, nth) => `<view id="f${nth}">{{cases.f${nth}()}}</view>`).join('')}`,
    'Page({ data: { n: 4, list: [1, 2] } })',
    {
      'pages/a/cases.wxs': `module.exports = { ${functions.join(', ')} };`,
      'lib/state.wxs': `var other = require('./other.wxs');
        module.exports = {
          required: other.value,
          branch: function (n) { switch (n) { case 1: return 'one'; case 2: return 'two'; default: return 'more' } },
          loop: function (n) { var sum = 0; for (var i = 0; i < n; i++) { if (i === 1) continue; sum += i } return sum },
          sum: function (list) { var sum = 0; list.forEach(function (n) { sum += n }); return sum },
          kind: function (value) { return typeof value },
        };`,
      'lib/other.wxs': "module.exports.value = 'from other';",
    },
  ),
  groups: [
    group('reference/wxs/01wxs-module.html', [
      ['a module in the template', 'text("#inline")', '8'],
      ['a value of a module', 'text("#name")', 'inline'],
      ['a module requires another', 'text("#required")', 'from other'],
      [
        'a changed argument calls it again',
        '(page.setData({ n: 5 }), later(() => text("#inline")))',
        '10',
      ],
    ]),
    group('reference/wxs/05statement.html', [
      ['switch', 'text("#branch")', 'two'],
      ['for and continue', 'text("#loop")', '5'],
    ]),
    group('reference/wxs/02variate.html', [
      ['an array of the page', 'text("#array")', '3'],
      ['a field that the page does not have', 'text("#missing")', 'undefined'],
    ]),
    ...['04operator', '06datatype', '07basiclibrary'].map((page) =>
      group(
        `reference/wxs/${page}.html`,
        CASES.flatMap(([of, asks, , answer], nth) =>
          of === page ? [[asks, `text("#f${nth}")`, answer] as [string, string, unknown]] : [],
        ),
      ),
    ),
  ],
};
