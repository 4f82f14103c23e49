import { group, onePage, type Topic } from './topic';

const inputOf = (selector: string) =>
  `node("${selector}").getBackendElement().querySelector("input, textarea")`;
const hasFocus = (selector: string) =>
  `(${inputOf(selector)}).ownerDocument.activeElement === ${inputOf(selector)}`;
const placeholder = (selector: string, name: string) =>
  `(${inputOf(selector)}).ownerDocument.defaultView.getComputedStyle(${inputOf(selector)}.nextSibling)["${name}"]`;

/** An attribute of a field three times: always there, changed later, and of a field that appears later. */
const FIELDS = [
  ['password', 'password', 'password="{{on}}"'],
  ['maxlength', 'maxlength="5"', 'maxlength="{{on ? 5 : 140}}"'],
  ['number', 'type="number"', "type=\"{{on ? 'number' : 'text'}}\""],
  ['disabled', 'disabled', 'disabled="{{on}}"'],
  ['class', 'placeholder-class="gray"', "placeholder-class=\"{{on ? 'gray' : ''}}\""],
  [
    'style',
    'placeholder-style="width: 75rpx"',
    "placeholder-style=\"{{on ? 'width: 75rpx' : ''}}\"",
  ],
] as const;

const ANSWERS: Record<string, [code: (selector: string) => string, answer: unknown]> = {
  password: [(selector) => `${inputOf(selector)}.type`, 'password'],
  maxlength: [(selector) => `${inputOf(selector)}.maxLength`, 5],
  number: [(selector) => `${inputOf(selector)}.type`, 'tel'],
  disabled: [(selector) => `${inputOf(selector)}.disabled`, true],
  class: [(selector) => placeholder(selector, 'color'), 'rgb(1, 2, 3)'],
  style: [(selector) => placeholder(selector, 'width'), '39px'],
};

const field = (id: string, attributes: string) =>
  `<input id="${id}" placeholder="empty" ${attributes} />`;

const questions = (place: string) =>
  FIELDS.map(([name]): [string, string, unknown] => {
    const [code, answer] = ANSWERS[name] ?? [String, null];
    return [`${name}, ${place}`, code(`#${place}-${name}`), answer];
  });

/** Values that an element has from the start, and attributes of fields. */
export const firstValues: Topic = {
  title: 'first values of elements',
  files: onePage(
    `<picker-view id="picker" value="{{picked}}" indicator-style="height: 50px" indicator-class="mark" style="height: 300px" bindchange="on"><picker-view-column id="column"><view wx:for="{{10}}" wx:key="*this" class="row">{{item}}</view></picker-view-column></picker-view>
     <picker-view id="small" value="{{[1]}}" style="height: 100px" bindchange="on"><picker-view-column><view wx:for="{{3}}" wx:key="*this">{{item}}</view></picker-view-column></picker-view>
     ${FIELDS.map(([name, always]) => field(`static-${name}`, always)).join('')}
     ${FIELDS.map(([name, , bound]) => field(`bound-${name}`, bound)).join('')}
     <view wx:if="{{on}}">${FIELDS.map(([name, always]) => field(`late-${name}`, always)).join('')}</view>
     <input id="plain" /><input id="focus" focus="{{focus}}" value="abcdef" cursor="{{cursor}}" selection-start="{{from}}" selection-end="{{to}}" bindblur="on" />
     <view wx:if="{{opened}}"><input id="late-focus" focus="{{true}}" /></view><view wx:if="{{again}}"><textarea id="late-auto" auto-focus /></view>
     <input id="replaced" bindinput="upper" /><textarea id="moved" bindinput="dashed" /><input id="kept" bindinput="on" />
     <scroll-view id="top" scroll-y scroll-top="{{100}}" style="height: 50px"><view style="height: 500px" /></scroll-view>
     <scroll-view id="into" scroll-y scroll-into-view="third" style="height: 50px"><view style="height: 120px" /><view id="third" style="height: 500px" /></scroll-view>
     <scroll-view id="grows" scroll-y scroll-into-view="{{last}}" style="height: 50px"><view wx:for="{{rows}}" wx:key="*this" id="row{{item}}" style="height: 100px" /></scroll-view>
     <swiper id="swiper" current-item-id="{{item}}" bindchange="on"><swiper-item item-id="k1">1</swiper-item><swiper-item item-id="k2" id="second">2</swiper-item><swiper-item item-id="k3">3</swiper-item></swiper>
     <text id="decoded" decode>{{entities}}</text><text id="literal">{{entities}}</text>
     <inside id="inside" /><button id="named" aria-disabled="{{true}}">b</button>`,
    `Page({ data: { on: false, focus: false, opened: false, again: false, cursor: -1, from: -1, to: -1, item: 'k2', picked: [4], entities: '1 &lt; 2 &amp;lt;', rows: [], last: '' },
       events: [], on(event) { this.events.push([event.type, event.currentTarget.id, event.detail]) },
       upper({ detail }) { return detail.value.toUpperCase() }, dashed({ detail }) { return { value: detail.value + '-', cursor: 1 } },
       take(id) { return this.events.filter(([, of]) => of === id).map(([type, , detail]) => [type, detail.value || detail.current]) } })`,
    {
      'pages/a/a.json': '{"usingComponents":{"inside":"/c/inside"}}',
      'pages/a/a.wxss': '.gray { color: rgb(1, 2, 3) } .mark { color: rgb(4, 5, 6) }',
      'c/inside.json': '{"component":true}',
      'c/inside.js': 'Component({})',
      'c/inside.wxml': '<input id="in" placeholder="x" placeholder-class="own" />',
      'c/inside.wxss': '.own { color: rgb(7, 8, 9) }',
    },
  ),
  groups: [
    group('component/input.html', [
      ...questions('static'),
      ['maxlength by default', `${inputOf('#plain')}.maxLength`, 140],
      ['on', '(page.setData({ on: true }), later(() => page.data.on))', true],
      ...questions('bound'),
      ...questions('late'),
      ['focus', `(page.setData({ focus: true }), later(() => ${hasFocus('#focus')}))`, true],
      [
        'cursor',
        `(page.setData({ cursor: 2 }), later(() => ${inputOf('#focus')}.selectionStart))`,
        2,
      ],
      [
        'selection-start and selection-end',
        `(page.setData({ from: 1, to: 3 }), later(() => [${inputOf('#focus')}.selectionStart, ${inputOf('#focus')}.selectionEnd]))`,
        [1, 3],
      ],
      [
        'focus set to false',
        `(page.setData({ focus: false }), later(() => [${hasFocus('#focus')}, page.take('focus')[0][0]]))`,
        [false, 'blur'],
      ],
      [
        'focus of a field that appears',
        `(page.setData({ opened: true }), later(() => ${hasFocus('#late-focus')}))`,
        true,
      ],
      [
        'auto-focus of a field that appears',
        `(page.setData({ again: true }), later(() => ${hasFocus('#late-auto')}))`,
        true,
      ],
      [
        'the text that bindinput returns',
        '(typeInto("#replaced", "abc"), later(() => [typed("#replaced"), property("#replaced", "value")]))',
        ['ABC', 'ABC'],
      ],
      [
        'the value and the cursor that bindinput returns',
        `(() => { const field = ${inputOf('#moved')}; field.value = "abc"; field.dispatchEvent(Reflect.construct(field.ownerDocument.defaultView.Event, ["input"])); return later(() => [field.value, field.selectionStart]) })()`,
        ['abc-', 1],
      ],
      [
        'a handler that returns nothing',
        '(typeInto("#kept", "abc"), later(() => typed("#kept")))',
        'abc',
      ],
    ]),
    group('component/input.html', [
      [
        'placeholder-class of a component',
        'style({ getBackendElement: () => within("#inside", "#in").getBackendElement().querySelector("input").nextSibling }, "color")',
        'rgb(7, 8, 9)',
      ],
    ]),
    group('component/scroll-view.html', [
      ['scroll-top at first', 'scrollTop("#top")', 100],
      ['scroll-into-view at first', 'scrollTop("#into")', 120],
      [
        'scroll-into-view with the row that it names',
        '(page.setData({ rows: [1, 2, 3, 4], last: "row3" }), later(() => scrollTop("#grows")))',
        200,
      ],
    ]),
    group('component/swiper.html', [
      ['current-item-id at first', 'box("#second").then(({ left }) => left)', 0],
      ['it is no change', 'page.take("swiper")', []],
      [
        'current-item-id by data',
        '(page.setData({ item: "k3" }), later(() => page.take("swiper")))',
        [['change', 2]],
      ],
    ]),
    group('component/picker-view.html', [
      ['rows are as high as the indicator', 'box(".row").then(({ height }) => height)', 50],
      ['the value at first', 'scrollTop("#column")', 200],
      [
        'the chosen row is in the middle',
        'Promise.all([box("#picker"), new Promise((resolve) => page.createSelectorQuery().selectAll(".row").boundingClientRect().exec(([rows]) => resolve(rows[4])))]).then(([view, row]) => row.top - view.top)',
        125,
      ],
      ['a value triggers no change', 'later(() => page.take("picker"), 300)', []],
      [
        'another value does not, either',
        '(page.setData({ picked: [2] }), later(() => [scrollTop("#column"), page.take("picker")], 300))',
        [100, []],
      ],
      [
        'a person who scrolls does',
        '(node("#column").getBackendElement().scrollTo(0, 150), later(() => page.take("picker"), 300))',
        [['change', [3]]],
      ],
      ['a low view does not overflow', 'box("#small").then(({ height }) => height)', 100],
      [
        'the chosen row of a low view',
        'node("#small").getBackendElement().firstChild.scrollTop',
        34,
      ],
      ['and no change', 'page.take("small")', []],
    ]),
    group('component/text.html', [
      ['decode decodes data', 'text("#decoded")', '1 < 2 &lt;'],
      ['without it', 'text("#literal")', '1 &lt; 2 &amp;lt;'],
      [
        'decode follows the data',
        '(page.setData({ entities: "a&gt;b" }), later(() => text("#decoded")))',
        'a>b',
      ],
    ]),
    group('component/aria-component.html', [
      [
        'aria-disabled of a button',
        'node("#named").getBackendElement().getAttribute("aria-disabled")',
        'true',
      ],
    ]),
  ],
};
