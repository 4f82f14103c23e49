import { group, onePage, type Topic } from './topic';

/** WeChat's elements. */
export const elements: Topic = {
  title: 'elements',
  files: onePage(
    `<form id="form" bindsubmit="on" bindreset="on">
       <input id="input" name="i" value="typed" /><textarea name="t" value="area" />
       <switch id="switch" name="s" checked bindchange="on" />
       <checkbox-group name="c" id="boxes" bindchange="on"><checkbox id="c1" value="1" checked /><checkbox id="c2" value="2" /><checkbox id="c3" value="3" disabled /></checkbox-group>
       <radio-group name="r" id="radios" bindchange="on"><radio id="r1" value="a" checked /><radio id="r2" value="b" /></radio-group>
       <slider name="l" value="30" />
       <button id="submit" form-type="submit">submit</button><button id="reset" form-type="reset">reset</button>
     </form>
     <checkbox-group bindchange="on" id="labelled"><label id="label"><checkbox id="l1" value="l" />label</label></checkbox-group>
     <label for="named" id="for">for</label><switch id="named" bindchange="on" />
     <image id="image" /><image id="bad" src="/none.png" binderror="on" /><image id="good" src="/pixel.png" bindload="on" mode="aspectFit" />
     <image id="widthfix" src="/pixel.png" mode="widthFix" style="width: 50px" />
     <swiper id="swiper" indicator-dots current="{{current}}" bindchange="on"><swiper-item>1</swiper-item><swiper-item>2</swiper-item><swiper-item>3</swiper-item></swiper>
     <swiper id="tall" style="height: 80px"><swiper-item id="item">1</swiper-item></swiper>
     <scroll-view id="scroll" scroll-y style="height: 100px" scroll-into-view="{{into}}" scroll-top="{{top}}" bindscroll="on" bindscrolltolower="on"><view id="s1" style="height: 300px">1</view><view id="s2" style="height: 300px">2</view></scroll-view>
     <rich-text id="rich" nodes="{{html}}" /><rich-text id="nodes" nodes="{{nodes}}" />
     <progress id="progress" percent="40" show-info /><icon id="icon" type="success" /><icon id="big" type="warn" size="40" />
     <navigator id="navigator" url="/pages/b/b?from=navigator">go</navigator>
     <navigator id="redirect" url="/pages/b/b" open-type="redirect">go</navigator>
     <text id="text">a
b</text><button id="button">button</button><button id="mini" size="mini">mini</button>
     <slider id="slider" value="120" /><view id="hover" hover-class="hovered">hover</view>
     <textarea id="grows" auto-height value="{{area}}" style="width: 100px; line-height: 20px" bindlinechange="on" /><textarea id="fixed" />
     <scroll-view id="refresh" scroll-y refresher-enabled refresher-triggered="{{refreshing}}" style="height: 60px" bindrefresherrefresh="on" bindrefresherrestore="on"><view>r</view></scroll-view>
     <scroll-view id="sideways" scroll-x scroll-left="{{left}}" style="width: 100px; white-space: nowrap" bindscrolltolower="on"><view style="width: 300px">wide</view></scroll-view>
     <view id="moved" animation="{{animation}}" style="width: 30px">moved</view><view id="animated">animated</view>
     <slider id="valued" value="20" show-value /><video id="video" />
     <picker id="disabled" disabled range="{{[1]}}"><view>off</view></picker><input id="again" value="{{again}}" />`,
    `Page({ data: { current: 0, left: 0, refreshing: false, area: 'one', again: '', animation: null, into: '', top: 0, html: '<p class="x">Hello <b>bold</b><script>1</script></p>',
         nodes: [{ name: 'div', attrs: { style: 'width: 33px' }, children: [{ type: 'text', text: 'a &amp; b' }, { name: 'video' }] }] },
       events: [], on(event) { this.events.push([event.type, event.currentTarget.id, event.detail]) },
       take(id, type) { const found = this.events.filter(([t, of]) => of === id && (!type || t === type)).map(([, , detail]) => detail); return found[found.length - 1] } })`,
    {
      'app.json': '{"pages":["pages/a/a","pages/b/b"]}',
      'pages/b/b.wxml': '<view />',
      'pages/b/b.js': 'Page({ onLoad(query) { this.query = query } })',
    },
  ),
  groups: [
    group('component/image.html', [
      [
        'the default is 320 × 240',
        'box("#image").then(({ width, height }) => [width, height])',
        [320, 240],
      ],
      ['error', 'later(() => typeof page.take("bad", "error").errMsg)', 'string'],
      ['load has the size', 'later(() => page.take("good", "load"))', { width: 2, height: 1 }],
      ['widthFix keeps the shape', 'box("#widthfix").then(({ height }) => height)', 25],
      ['the default mode', 'property("#image", "mode")', 'scaleToFill'],
    ]),
    group('component/form.html', [
      [
        'submit has the values by name',
        'page.take("form", "submit").value',
        { i: 'typed', t: 'area', s: true, c: ['1'], r: 'a', l: 30 },
        '#submit',
      ],
      [
        'reset triggers its event',
        'page.events.some(([type]) => type === "reset")',
        true,
        '#reset',
      ],
      ['a reset switch is off', 'property("#switch", "checked")', false],
      ['a reset input is empty', 'property("#input", "value")', ''],
      [
        'the values after the reset',
        'page.take("form", "submit").value',
        { i: '', t: '', s: false, c: [], r: '', l: 0 },
        '#submit',
      ],
    ]),
    group('component/switch.html', [
      ['a tap turns it on', 'page.take("switch").value', true, '#switch'],
      ['a second tap turns it off', 'page.take("switch").value', false, '#switch'],
      ['the default color', 'property("#switch", "color")', '#04BE02'],
    ]),
    group('component/checkbox-group.html', [
      ['change has the chosen values', 'page.take("boxes").value', ['2'], '#c2'],
      ['in the order of the template', 'page.take("boxes").value', ['1', '2'], '#c1'],
      ['a second tap removes', 'page.take("boxes").value', ['1'], '#c2'],
      ['a disabled one stays', 'property("#c3", "checked")', false, '#c3'],
    ]),
    group('component/checkbox.html', [
      ['the default color', 'property("#c1", "color")', '#09BB07'],
    ]),
    group('component/radio-group.html', [
      ['change has the value', 'page.take("radios").value', 'b', '#r2'],
      [
        'only one is chosen',
        '[property("#r1", "checked"), property("#r2", "checked")]',
        [false, true],
      ],
      [
        'a chosen one triggers nothing',
        '(page.events.splice(0), later(() => page.events.length))',
        0,
      ],
      [
        'when it is tapped again',
        'page.events.filter(([, id]) => id === "radios").length',
        0,
        '#r2',
      ],
    ]),
    group('component/label.html', [
      ['a tap on the label chooses what is inside', 'page.take("labelled").value', ['l'], '#label'],
      ['a tap on the box itself chooses once', 'page.take("labelled").value', [], '#l1'],
      ['for names another', 'page.take("named").value', true, '#for'],
    ]),
    group('component/swiper.html', [
      ['the default height is 150 px', 'box("#swiper").then(({ height }) => height)', 150],
      [
        'current by data triggers change',
        '(page.setData({ current: 2 }), later(() => page.take("swiper", "change").current))',
        2,
      ],
      ['source is empty for data', 'page.take("swiper", "change").source', ''],
      ['interval by default', 'property("#swiper", "interval")', 5000],
      ['duration by default', 'property("#swiper", "duration")', 500],
      ['indicator-color by default', 'property("#swiper", "indicatorColor")', 'rgba(0, 0, 0, .3)'],
      [
        'indicator-active-color by default',
        'property("#swiper", "indicatorActiveColor")',
        '#000000',
      ],
      ['easing-function by default', 'property("#swiper", "easingFunction")', 'default'],
      ['display-multiple-items by default', 'property("#swiper", "displayMultipleItems")', 1],
    ]),
    group('component/swiper-item.html', [
      ['an item is as high as the swiper', 'box("#item").then(({ height }) => height)', 80],
    ]),
    group('component/scroll-view.html', [
      [
        'scroll-into-view',
        '(page.setData({ into: "s2" }), later(() => scrollTop("#scroll"), 200))',
        300,
      ],
      ['scroll has the place', 'page.take("scroll", "scroll").scrollTop', 300],
      ['scroll has the height', 'page.take("scroll", "scroll").scrollHeight', 600],
      ['scroll-top', '(page.setData({ top: 120 }), later(() => scrollTop("#scroll"), 200))', 120],
      ['upper-threshold by default', 'property("#scroll", "upperThreshold")', 50],
      [
        'scrolltolower near the end',
        '(page.setData({ top: 490 }), later(() => page.take("scroll", "scrolltolower").direction, 200))',
        'bottom',
      ],
      [
        'it is as wide as its owner',
        'box("#scroll").then(({ width }) => width === wx.getWindowInfo().windowWidth)',
        true,
      ],
    ]),
    group('component/scroll-view.html', [
      ['refresher-threshold by default', 'property("#refresh", "refresherThreshold")', 45],
      [
        'refresher-default-style by default',
        'property("#refresh", "refresherDefaultStyle")',
        'black',
      ],
      [
        'refresher-triggered refreshes',
        '(page.events.splice(0), page.setData({ refreshing: true }), later(() => page.events.map(([type]) => type)))',
        ['refresherrefresh'],
      ],
      [
        'refresher-triggered false restores',
        '(page.events.splice(0), page.setData({ refreshing: false }), later(() => page.events.map(([type]) => type)))',
        ['refresherrestore'],
      ],
      [
        'a sideways end has a direction',
        '(page.setData({ left: 190 }), later(() => page.take("sideways", "scrolltolower").direction, 200))',
        'right',
      ],
      ['show-scrollbar by default', 'property("#scroll", "showScrollbar")', true],
    ]),
    group('component/textarea.html', [
      ['the default height is 150 px', 'box("#fixed").then(({ height }) => height)', 150],
      ['the default width is 300 px', 'box("#fixed").then(({ width }) => width)', 300],
      ['auto-height: one line', 'box("#grows").then(({ height }) => height)', 20],
      [
        'auto-height: two lines are higher',
        '(page.setData({ area: "one\\ntwo" }), later(() => box("#grows").then(({ height }) => height)))',
        40,
      ],
      ['linechange has the number of lines', 'page.take("grows", "linechange").lineCount', 2],
      ['maxlength by default', 'property("#grows", "maxlength")', 140],
      ['confirm-type by default', 'property("#grows", "confirmType")', 'return'],
      ['show-confirm-bar by default', 'property("#grows", "showConfirmBar")', true],
      ['selection-start by default', 'property("#grows", "selectionStart")', -1],
    ]),
    group('api/ui/animation/Animation.export.html', [
      [
        'the animation attribute moves an element',
        '(page.setData({ animation: wx.createAnimation({ duration: 1 }).width(50).translateX(10).step().export() }), later(() => [style(node("#moved"), "width"), style(node("#moved"), "transform")], 200))',
        ['50px', 'matrix(1, 0, 0, 1, 10, 0)'],
      ],
    ]),
    group('framework/view/animation.html', [
      [
        'animate runs key frames, and calls back',
        'new Promise((resolve) => page.animate("#animated", [{ opacity: 1, translateX: 0 }, { opacity: 0.5, translateX: 20 }], 5, () => resolve([style(node("#animated"), "opacity"), style(node("#animated"), "transform")])))',
        ['0.5', 'matrix(1, 0, 0, 1, 20, 0)'],
      ],
      [
        'clearAnimation removes what they set',
        'new Promise((resolve) => page.clearAnimation("#animated", () => resolve(style(node("#animated"), "opacity"))))',
        '1',
      ],
    ]),
    group('component/video.html', [
      [
        'the default is 300 × 225',
        'box("#video").then(({ width, height }) => [width, height])',
        [300, 225],
      ],
    ]),
    group('component/view.html', [
      ['hover-class by default', 'property("#moved", "hoverClass")', 'none'],
      ['hover-start-time by default', 'property("#moved", "hoverStartTime")', 50],
      ['hover-stay-time by default', 'property("#moved", "hoverStayTime")', 400],
    ]),
    group('component/rich-text.html', [
      ['nodes may be HTML', 'text("#rich").trim()', 'Hello bold'],
      ['nodes may be a list, with entities', 'text("#nodes").trim()', 'a & b'],
      ['styles are kept', 'node("#nodes").getBackendElement().firstChild.style.width', '33px'],
      [
        'an unknown tag is removed',
        'node("#nodes").getBackendElement().querySelector("video") === null',
        true,
      ],
    ]),
    group('component/progress.html', [
      ['show-info shows the percentage', 'text("#progress").trim()', '40%'],
      ['stroke-width by default', 'property("#progress", "strokeWidth")', 6],
      ['activeColor by default', 'property("#progress", "activeColor")', '#09BB07'],
      ['backgroundColor by default', 'property("#progress", "backgroundColor")', '#EBEBEB'],
      ['duration by default', 'property("#progress", "duration")', 30],
      ['active-mode by default', 'property("#progress", "activeMode")', 'backwards'],
    ]),
    group('component/icon.html', [
      ['size by default', 'property("#icon", "size")', 23],
      ['size', 'style(node("#big"), "fontSize")', '40px'],
    ]),
    group('component/slider.html', [
      ['max by default', 'property("#slider", "max")', 100],
      ['min by default', 'property("#slider", "min")', 0],
      ['step by default', 'property("#slider", "step")', 1],
      ['block-size by default', 'property("#slider", "blockSize")', 28],
      ['activeColor by default', 'property("#slider", "activeColor")', '#1aad19'],
      ['backgroundColor by default', 'property("#slider", "backgroundColor")', '#e9e9e9'],
      ['show-value shows it', 'node("#valued").getBackendElement().dataset.value', '20'],
    ]),
    group('component/input.html', [
      [
        'a value that equals the one set last leaves what was typed',
        '(typeInto("#again", "abc"), page.setData({ again: "" }), later(() => [typed("#again"), property("#again", "value")]))',
        ['abc', 'abc'],
      ],
      [
        'another value replaces it',
        '(page.setData({ again: "abc" }), page.setData({ again: "" }), later(() => [typed("#again"), property("#again", "value")]))',
        ['', ''],
      ],
      ['maxlength by default', 'property("#input", "maxlength")', 140],
      ['type by default', 'property("#input", "type")', 'text'],
      ['confirm-type by default', 'property("#input", "confirmType")', 'done'],
      [
        'placeholder-class by default',
        'property("#input", "placeholderClass")',
        'input-placeholder',
      ],
    ]),
    group('component/text.html', [
      ['a line break is shown', 'box("#text").then(({ height }) => height > 40)', true],
      ['text is inline', 'style(node("#text"), "display")', 'inline'],
    ]),
    group('component/button.html', [
      [
        'a button is as wide as its owner',
        'box("#button").then(({ width }) => width === wx.getWindowInfo().windowWidth)',
        true,
      ],
      ['size by default', 'property("#button", "size")', 'default'],
      ['hover-class by default', 'property("#button", "hoverClass")', 'button-hover'],
      ['hover-start-time by default', 'property("#button", "hoverStartTime")', 20],
      ['hover-stay-time by default', 'property("#button", "hoverStayTime")', 70],
      ['a mini button is not', 'box("#mini").then(({ width }) => width < 150)', true],
    ]),
    group('component/picker.html', [
      ['the mode by default', 'property("#disabled", "mode")', 'selector'],
    ]),
    group('component/navigator.html', [
      ['open-type by default', 'property("#navigator", "openType")', 'navigate'],
      ['hover-class by default', 'property("#navigator", "hoverClass")', 'navigator-hover'],
      ['hover-stay-time by default', 'property("#navigator", "hoverStayTime")', 600],
      ['version by default', 'property("#navigator", "version")', 'release'],
      [
        'a tap opens the page',
        'later(() => getCurrentPages().map(({ route }) => route), 200)',
        ['pages/a/a', 'pages/b/b'],
        '#navigator',
      ],
      ['with the query', 'page.query', { from: 'navigator' }],
      ['and back', 'wx.navigateBack().then(() => getCurrentPages().length)', 1],
      [
        'redirect replaces the page',
        'later(() => getCurrentPages().map(({ route }) => route), 200)',
        ['pages/b/b'],
        '#redirect',
      ],
    ]),
  ],
};
