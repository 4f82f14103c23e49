import { group, onePage, type Topic } from './topic';

/** Events of the view layer. */
export const events: Topic = {
  title: 'events',
  files: onePage(
    `<view id="outer" bindtap="outer" data-level="outer" mark:common="outer" mark:own="1">
       <view id="middle" bindtap="middle"><view id="bound" bindtap="inner" data-count="{{7}}" mark:common="inner">bound</view></view>
       <view id="caught" catchtap="inner">caught</view>
       <view id="through">through</view>
     </view>
     <view capture-bind:tap="capture" bindtap="middle"><view id="captured" bindtap="inner">captured</view></view>
     <view capture-catch:tap="capture"><view id="stopped" bindtap="inner">stopped</view></view>
     <view mut-bind:tap="outer"><view id="mut" mut-bind:tap="inner">mut</view></view>
     <view id="touch" bindtouchstart="touch" bindtouchend="touch" bindtap="touch">touch</view>
     <view id="dynamic" bindtap="{{handler}}">dynamic</view>
     <view bindtap="outer"><view id="false" bindtap="refuse">false</view></view>
     <view id="nohandler" bindtap="missing">none</view>`,
    `const note = (name) => function (event) { this.log.push(name); this.event = event };
     Page({ data: { handler: 'inner' }, log: [],
       outer: note('outer'), middle: note('middle'), inner(event) { this.log.push('inner'); this.inside = event; this.event = event },
       capture: note('capture'), refuse() { this.log.push('refuse'); return false }, touch(event) { this.log.push(event.type); this[event.type] = event } })`,
  ),
  groups: [
    group('framework/view/wxml/event.html', [
      ['an event bubbles', 'page.log.splice(0)', ['inner', 'middle', 'outer'], '#bound'],
      [
        'what a handler returns does not stop it',
        'page.log.splice(0)',
        ['refuse', 'outer'],
        '#false',
      ],
      ['an event bubbles again', 'page.log.splice(0)', ['inner', 'middle', 'outer'], '#bound'],
      ['type', 'page.inside.type', 'tap'],
      ['timeStamp is a number', 'typeof page.inside.timeStamp', 'number'],
      ['target is the node that was tapped', 'page.event.target.id', 'bound'],
      ['currentTarget is the node that listens', 'page.event.currentTarget.id', 'outer'],
      ['dataset of currentTarget', 'page.event.currentTarget.dataset', { level: 'outer' }],
      ['dataset of target', 'page.event.target.dataset', { count: 7 }],
      ['detail of a tap is its place', 'Object.keys(page.inside.detail).sort()', ['x', 'y']],
      ['touches has the finger that tapped', 'page.inside.touches.length', 1],
      ['changedTouches has the finger', 'page.inside.changedTouches.length', 1],
      [
        'a touch has identifier, page and client place',
        'Object.keys(page.inside.changedTouches[0]).filter((key) => key !== "force").sort()',
        ['clientX', 'clientY', 'identifier', 'pageX', 'pageY'],
      ],
      [
        'the target has an offset',
        '[typeof page.inside.target.offsetLeft, typeof page.inside.target.offsetTop]',
        ['number', 'number'],
      ],
      ['mark collects from the inside out', 'page.inside.mark', { common: 'inner', own: '1' }],
      ['an event can become JSON', 'JSON.parse(JSON.stringify(page.inside)).type', 'tap'],
      ['and its detail', 'typeof JSON.parse(JSON.stringify(page.inside)).detail.x', 'number'],
      [
        'catch stops the event',
        '(page.log.splice(0, 99)).filter((one) => one !== "x")',
        ['inner'],
        '#caught',
      ],
      ['a node without a handler lets it pass', 'page.log.splice(0)', ['outer'], '#through'],
      ['capture comes first', 'page.log.splice(0)', ['capture', 'inner', 'middle'], '#captured'],
      ['capture-catch stops it', 'page.log.splice(0)', ['capture'], '#stopped'],
      ['mut-bind calls only one of them', 'page.log.splice(0)', ['inner'], '#mut'],
      ['a handler may come from data', 'page.log.splice(0)', ['inner'], '#dynamic'],
      [
        'another handler from data',
        '(page.log.splice(0), page.setData({ handler: "capture" }), 1)',
        1,
      ],
      ['is called then', 'page.log.splice(0)', ['capture'], '#dynamic'],
      ['a handler that the page lacks does nothing', 'page.log.splice(0)', [], '#nohandler'],
      [
        'touchstart, touchend, tap',
        'page.log.splice(0).sort()',
        ['tap', 'touchend', 'touchstart'],
        '#touch',
      ],
      ['touches of touchstart', 'page.touchstart.touches.length', 1],
      ['touches of touchend', 'page.touchend.touches.length', 0],
      ['changedTouches of touchend', 'page.touchend.changedTouches.length', 1],
    ]),
  ],
};
