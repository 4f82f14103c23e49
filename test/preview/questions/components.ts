import { group, onePage, type Topic } from './topic';

/** Custom components. */
export const components: Topic = {
  title: 'components',
  files: onePage(
    `<typed id="typed" text="t" number="{{given}}" any="{{fn}}" list="{{[1,2]}}" />
     <typed id="defaults" />
     <typed id="converted" text="{{12}}" number="34" flag="yes" />
     <watch id="watch" /><pure id="pure" />
     <slots id="slots"><view slot="a" class="to-a">A</view><view slot="b" class="to-b">B</view></slots>
     <plain id="plain">default slot</plain>
     <sender id="sender" bind:note="onNote" bindother="onOther" data-of="sender" />
     <view bind:bubble="onBubble" id="around"><sender id="inner" /></view>
     <exporter id="exporter" /><mixed id="mixed" />
     <parent id="parent"><kid id="kid1" /><kid id="kid2" /></parent>
     <classy id="classy" my-class="from-page" />
     <box id="box" generic:part="plain" /><virtual id="virtual" />
     <kid class="kid-class" wx:if="{{more}}" />`,
    `Page({ data: { given: 5, fn: null, more: false }, notes: [],
       onLoad() { this.setData({ fn: () => 'called' }) },
       onNote(event) { this.notes.push(event.detail); this.last = event },
       onOther() { this.notes.push('other') }, onBubble(event) { this.notes.push('bubble'); this.bubbled = event } })`,
    {
      'pages/a/a.json': JSON.stringify({
        usingComponents: Object.fromEntries(
          'typed watch pure slots plain sender exporter mixed parent kid classy box virtual'
            .split(' ')
            .map((name) => [name, `/c/${name}`]),
        ),
      }),
      'c/typed.json': '{"component":true}',
      'c/typed.wxml': '<view />',
      'c/typed.js': `Component({ properties: {
        text: String, number: { type: Number, value: 9, observer(now, before) { this.seen = [now, before] } }, flag: Boolean,
        list: Array, object: Object, any: null, mixed: { type: Number, optionalTypes: [String, Object], value: 0 } },
        data: { own: 1 }, methods: { hello(name) { return 'hello ' + name } } })`,
      'c/watch.json': '{"component":true}',
      'c/watch.wxml': '<view />',
      'c/watch.js': `Component({ data: { a: 1, b: 2, sum: 0, deep: { x: { y: 1 } }, list: [1] }, observers: {
        'a, b'(a, b) { this.setData({ sum: a + b }); this.calls = (this.calls || 0) + 1 },
        'deep.x.y'(y) { this.y = y }, 'deep.**'() { this.any = (this.any || 0) + 1 }, 'list[0]'(first) { this.first = first } } })`,
      'c/pure.json': '{"component":true}',
      'c/pure.wxml': '<view id="shown">{{shown}}{{_hidden}}</view>',
      'c/pure.js':
        "Component({ options: { pureDataPattern: /^_/ }, data: { shown: 's', _hidden: 'h' } })",
      'c/slots.json': '{"component":true}',
      'c/slots.wxml': '<view id="b"><slot name="b" /></view><view id="a"><slot name="a" /></view>',
      'c/slots.js': 'Component({ options: { multipleSlots: true } })',
      'c/plain.json': '{"component":true}',
      'c/plain.wxml': '<view id="wrap"><slot /></view>',
      'c/plain.js': 'Component({})',
      'c/sender.json': '{"component":true}',
      'c/sender.wxml': '<view />',
      'c/sender.js': 'Component({})',
      'c/exporter.json': '{"component":true}',
      'c/exporter.wxml': '<view />',
      'c/exporter.js':
        "Component({ behaviors: ['wx://component-export'], export() { return { only: 'this' } } })",
      'c/mixed.json': '{"component":true}',
      'c/mixed.wxml': '<view />',
      'c/mixed.js': `const one = Behavior({ properties: { fromOne: { type: String, value: 'p1' } }, data: { d: 'one', one: 1, object: { a: 1 } }, observers: { d() { this.seen = [...(this.seen || []), 'one'] } },
          methods: { which() { return 'one' }, onlyOne() { return 'only one' } }, lifetimes: { attached() { this.order = [...(this.order || []), 'one'] } } });
        const two = Behavior({ behaviors: [one], data: { d: 'two', object: { b: 2 } }, methods: { which() { return 'two' } },
          lifetimes: { attached() { this.order = [...(this.order || []), 'two'] } } });
        Component({ behaviors: [two, one], observers: { d() { this.seen = [...(this.seen || []), 'own'] } }, data: { d: 'own', object: { c: 3 } }, methods: { which() { return 'own' } },
          lifetimes: { attached() { this.order = [...(this.order || []), 'own'] } } })`,
      'c/parent.json': '{"component":true}',
      'c/parent.wxml': '<slot />',
      'c/parent.js': `Component({ relations: { './kid': { type: 'child', linked(kid) { this.kids = [...(this.kids || []), kid.id] }, unlinked() { this.lost = true } } } })`,
      'c/kid.json': '{"component":true}',
      'c/kid.wxml': '<view />',
      'c/kid.js': `Component({ relations: { './parent': { type: 'parent', linked(parent) { this.found = parent.id } } } })`,
      'c/classy.json': '{"component":true}',
      'c/classy.wxml': '<view id="in" class="my-class own">x</view>',
      'c/classy.js': "Component({ externalClasses: ['my-class'] })",
      'pages/a/a.wxss': '.from-page { width: 123px } .own { height: 99px }',
      'c/box.json': '{"component":true,"componentGenerics":{"part":true}}',
      'c/box.wxml': '<part id="part">generic</part>',
      'c/box.js': 'Component({})',
      'c/virtual.json': '{"component":true}',
      'c/virtual.wxml': '<view id="v">v</view>',
      'c/virtual.js': 'Component({ options: { virtualHost: true } })',
    },
  ),
  groups: [
    group('framework/custom-component/component.html', [
      ['a property is given', 'component("#typed").data.text', 't'],
      ['properties and data are the same', 'component("#typed").properties.text', 't'],
      ['data has its own fields', 'component("#typed").data.own', 1],
      ['methods are members', 'component("#typed").hello("x")', 'hello x'],
      ['is is the path', 'component("#typed").is', 'c/typed'],
      ['id is the one of the template', 'component("#typed").id', 'typed'],
      [
        'a change of the page changes the property',
        '(page.setData({ given: 6 }), component("#typed").data.number)',
        6,
      ],
    ]),
    group('reference/api/Component.html', [
      ['the default of a String', 'component("#defaults").data.text', ''],
      ['the default of a Number with value', 'component("#defaults").data.number', 9],
      ['the default of a Boolean', 'component("#defaults").data.flag', false],
      ['the default of an Array', 'component("#defaults").data.list', []],
      ['the default of an Object', 'component("#defaults").data.object', null],
      ['the default of null', 'component("#defaults").data.any', null],
      ['a number becomes a String', 'component("#converted").data.text', '12'],
      ['text becomes a Number', 'component("#converted").data.number', 34],
      ['text becomes a Boolean', 'component("#converted").data.flag', true],
      ['a list from the template', 'component("#typed").data.list', [1, 2]],
      ['a function may be a property', 'component("#typed").data.any()', 'called'],
      ['the observer of a property gets both values', 'component("#typed").seen', [6, 5]],
      [
        'optionalTypes accept text',
        '(component("#typed").setData({ mixed: "text" }), component("#typed").data.mixed)',
        'text',
      ],
      [
        'triggerEvent has detail',
        '(component("#sender").triggerEvent("note", { n: 1 }), page.notes.pop())',
        { n: 1 },
      ],
      [
        'bind without a colon',
        '(component("#sender").triggerEvent("other"), page.notes.pop())',
        'other',
      ],
      ['an event has its type', 'page.last.type', 'note'],
      ['the target has the dataset', 'page.last.target.dataset', { of: 'sender' }],
      [
        'an event does not bubble by itself',
        '(component("#inner").triggerEvent("bubble"), page.notes.length)',
        0,
      ],
      [
        'bubbles makes it bubble',
        '(component("#inner").triggerEvent("bubble", {}, { bubbles: true }), page.notes.pop())',
        'bubble',
      ],
      ["currentTarget is the listener's node", 'page.bubbled.currentTarget.id', 'around'],
      ['target is the sender', 'page.bubbled.target.id', 'inner'],
      ['selectComponent finds a component', 'component("#sender").is', 'c/sender'],
      ['selectComponent finds nothing', 'page.selectComponent("#nothing")', null],
      ['selectAllComponents', 'page.selectAllComponents(".kid-class").length', 0],
      [
        'selectAllComponents after a change',
        '(page.setData({ more: true }), page.selectAllComponents(".kid-class").length)',
        1,
      ],
      ['selectOwnerComponent', 'component("#sender").selectOwnerComponent() === page', true],
      ['hasBehavior is a method', 'typeof component("#mixed").hasBehavior', 'function'],
      [
        'groupSetData runs its function',
        '(() => { let ran = 0; component("#typed").groupSetData(() => { ran = 1 }); return ran })()',
        1,
      ],
      [
        'getPageId is the same for components of a page',
        'component("#typed").getPageId() === component("#mixed").getPageId()',
        true,
      ],
    ]),
    group('framework/custom-component/observer.html', [
      [
        'one of two fields',
        '(component("#watch").setData({ a: 5 }), component("#watch").data.sum)',
        7,
      ],
      [
        'called once for both',
        '(component("#watch").calls = 0, component("#watch").setData({ a: 1, b: 1 }), component("#watch").calls)',
        1,
      ],
      [
        'called if the value is the same',
        '(component("#watch").calls = 0, component("#watch").setData({ a: 1 }), component("#watch").calls)',
        1,
      ],
      [
        'a deep field',
        '(component("#watch").setData({ "deep.x.y": 4 }), component("#watch").y)',
        4,
      ],
      [
        'a deep field of a new object',
        '(component("#watch").setData({ deep: { x: { y: 6 } } }), component("#watch").y)',
        6,
      ],
      [
        'a wildcard',
        '(component("#watch").any = 0, component("#watch").setData({ "deep.z": 1 }), component("#watch").any)',
        1,
      ],
      [
        'an element of a list',
        '(component("#watch").setData({ "list[0]": 3 }), component("#watch").first)',
        3,
      ],
    ]),
    group('framework/custom-component/pure-data.html', [
      ['pure data is not rendered', 'inside("#pure", "#shown")', 's'],
      ['it is in data', 'component("#pure").data._hidden', 'h'],
      [
        'it may change',
        '(component("#pure").setData({ _hidden: 2 }), component("#pure").data._hidden)',
        2,
      ],
    ]),
    group('framework/custom-component/wxml-wxss.html', [
      ['a slot shows the content', 'inside("#plain", "#wrap")', 'default slot'],
      ['named slots', 'inside("#slots", "#a")', 'A'],
      ['in the order of the component', 'inside("#slots", "#b")', 'B'],
      ['the content belongs to the page', 'count(".to-a")', 1],
      ['an external class comes from the page', 'insideBox("#classy", "#in").width', 123],
      [
        'a class of the page does not reach inside',
        'insideBox("#classy", "#in").height !== 99',
        true,
      ],
      [
        'a virtual host has no node',
        'node("#virtual").getBackendElement() === null || node("#virtual").getBackendElement().tagName !== "VIRTUAL"',
        true,
      ],
    ]),
    group('framework/custom-component/behaviors.html', [
      ['properties are added', 'component("#mixed").data.fromOne', 'p1'],
      ['data of the component wins', 'component("#mixed").data.d', 'own'],
      ['data of a behavior is added', 'component("#mixed").data.one', 1],
      ['objects are merged', 'component("#mixed").data.object', { a: 1, b: 2, c: 3 }],
      ['methods of the component win', 'component("#mixed").which()', 'own'],
      ['methods of a behavior are added', 'component("#mixed").onlyOne()', 'only one'],
      ['lifetimes run all, the behavior first', 'component("#mixed").order', ['one', 'two', 'own']],
      [
        'observers run all, the behavior first',
        '(component("#mixed").setData({ d: "now" }), component("#mixed").seen)',
        ['one', 'own'],
      ],
      ['wx://component-export', 'page.selectComponent("#exporter")', { only: 'this' }],
    ]),
    group('framework/custom-component/relations.html', [
      ['linked of the parent', 'component("#parent").kids', ['kid1', 'kid2']],
      ['linked of the child', 'component("#kid1").found', 'parent'],
      [
        'getRelationNodes',
        'component("#parent").getRelationNodes("./kid").map(({ id }) => id)',
        ['kid1', 'kid2'],
      ],
    ]),
    group('framework/custom-component/generics.html', [
      [
        'the generic is the one that the user names',
        'component("#box").selectComponent("#part").is',
        'c/plain',
      ],
      ['it shows its content', 'inside("#box", "#part")', 'generic'],
    ]),
  ],
};
