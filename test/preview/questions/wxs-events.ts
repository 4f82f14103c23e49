import { group, onePage, type Topic } from './topic';

/** Handlers of events and of properties that run in the view layer. */
export const wxsEvents: Topic = {
  title: 'WXS events',
  files: onePage(
    `<wxs module="m" src="./handlers.wxs" />
     <view bindtap="around"><view id="target" class="from-template" data-n="{{7}}" bindtap="{{m.tap}}">tap</view></view>
     <view bindtap="around"><view id="stops" bindtap="{{m.stop}}">stops</view></view>
     <view bindtap="around"><view id="returns" bindtap="returnsFalse">returns</view></view>
     <view id="asks" bindtap="{{m.ask}}" style="width: 40px; color: rgb(1, 2, 3)">asks</view>
     <view id="classes" class="one" bindtap="{{m.classes}}">classes</view>
     <view id="state" bindtap="{{m.state}}">state</view>
     <view id="timers" bindtap="{{m.timers}}">timers</view>
     <view id="changed" prop="{{value}}" change:prop="{{m.change}}">changed</view>
     <inner id="inner" />
     <view class="many">1</view><view class="many">2</view>`,
    `Page({ data: { value: 1 }, calls: [], around() { this.calls.push('around') },
       hear(value) { this.calls.push(value); this.owner = this.is }, returnsFalse() { this.calls.push('returns'); return false } })`,
    {
      'pages/a/handlers.wxs': `module.exports = {
        tap: function (event, owner) {
          owner.selectComponent('#target').setStyle({ width: '75rpx', 'font-size': '14px' });
          owner.callMethod('hear', { type: event.type, id: event.instance.getDataset().n, same: event.currentTarget.id });
        },
        stop: function (event, owner) { owner.callMethod('hear', 'stop'); return false },
        ask: function (event, owner) {
          var instance = event.instance;
          owner.callMethod('hear', [instance.getComputedStyle(['width', 'color']), instance.getBoundingClientRect().width,
            owner.selectAllComponents('.many').length, owner.selectComponent('#none')]);
        },
        classes: function (event, owner) {
          var instance = event.instance;
          instance.addClass('two'); instance.addClass('three'); instance.removeClass('three');
          owner.callMethod('hear', [instance.hasClass('one'), instance.hasClass('two'), instance.hasClass('three')]);
        },
        state: function (event, owner) {
          var state = event.instance.getState();
          state.count = (state.count || 0) + 1;
          owner.callMethod('hear', state.count);
        },
        timers: function (event, owner) {
          var cancelled = owner.setTimeout(function () { owner.callMethod('hear', 'cancelled') }, 1);
          owner.clearTimeout(cancelled);
          owner.setTimeout(function () { owner.callMethod('hear', 'timer') }, 5);
          owner.requestAnimationFrame(function () { owner.callMethod('hear', 'frame') });
        },
        change: function (now, before, owner, instance) {
          owner.selectComponent('#asks').addClass('found-by-change');
          owner.callMethod('hear', { now: now, before: before === undefined ? 'nothing' : before });
          instance.setStyle('height: ' + now + '0px');
        },
      };`,
      'pages/a/a.json': '{"usingComponents":{"inner":"/inner"}}',
      'inner.json': '{"component":true}',
      'inner.wxml':
        '<wxs module="m">module.exports = { tap: function (event, owner) { owner.callMethod("own", "x"); owner.triggerEvent("note", 5) } }</wxs><view id="in" bindtap="{{m.tap}}">in</view>',
      'inner.js': 'Component({ methods: { own(value) { this.heard = value } } })',
    },
  ),
  groups: [
    group('framework/view/interactive-animation.html', [
      [
        'change: is called with the first value',
        'later(() => page.calls.splice(0))',
        [{ now: 1, before: 'nothing' }],
      ],
      [
        'it finds elements that come later',
        'node("#asks").getBackendElement().classList.contains("found-by-change")',
        true,
      ],
      ['it may set a style', 'box("#changed").then(({ height }) => height)', 10],
      [
        'change: gets the new and the old value',
        '(page.setData({ value: 3 }), later(() => page.calls.splice(0)))',
        [{ now: 3, before: 1 }],
      ],
      ['the style is that of the new value', 'box("#changed").then(({ height }) => height)', 30],
      [
        'a handler gets the event and calls a method of the page',
        'later(() => page.calls.splice(0).find((one) => one.type))',
        { type: 'tap', id: 7, same: 'target' },
        '#target',
      ],
      ['the method has this', 'page.owner', 'pages/a/a'],
      [
        'setStyle knows rpx',
        'box("#target").then(({ width }) => width === wx.getWindowInfo().windowWidth / 10)',
        true,
      ],
      ['setStyle keeps the class of the template', 'classes("#target")', 'from-template'],
      [
        'without false the event bubbles',
        'later(() => page.calls.splice(0).includes("around"))',
        true,
        '#target',
      ],
      ['false stops the event', 'later(() => page.calls.splice(0))', ['stop'], '#stops'],
      [
        'getComputedStyle, getBoundingClientRect, selectAllComponents, selectComponent of nothing',
        'later(() => page.calls.splice(0)[0])',
        [{ width: '40px', color: 'rgb(1, 2, 3)' }, 40, 2, null],
        '#asks',
      ],
      [
        'addClass, removeClass, hasClass',
        'later(() => page.calls.splice(0)[0])',
        [true, true, false],
        '#classes',
      ],
      ['the class is set', 'node("#classes").getBackendElement().classList.contains("two")', true],
      ['getState is kept', 'later(() => page.calls.splice(0))', [1, 2], '#state', '#state'],
      [
        'setTimeout, clearTimeout, requestAnimationFrame',
        'later(() => page.calls.splice(0).sort(), 150)',
        ['frame', 'timer'],
        '#timers',
      ],
    ]),
    group('framework/view/wxml/event.html', [
      [
        'what a method of the page returns does not stop the event',
        'later(() => page.calls.splice(0))',
        ['returns', 'around'],
        '#returns',
      ],
    ]),
  ],
};
