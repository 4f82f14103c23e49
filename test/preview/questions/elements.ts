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
     <picker id="disabled" disabled range="{{[1]}}"><view>off</view></picker>`,
    `Page({ data: { current: 0, into: '', top: 0, html: '<p class="x">Hello <b>bold</b><script>1</script></p>',
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
    ]),
    group('component/icon.html', [
      ['size by default', 'property("#icon", "size")', 23],
      ['size', 'style(node("#big"), "fontSize")', '40px'],
    ]),
    group('component/slider.html', [
      ['max by default', 'property("#slider", "max")', 100],
      ['min by default', 'property("#slider", "min")', 0],
      ['step by default', 'property("#slider", "step")', 1],
    ]),
    group('component/input.html', [
      ['maxlength by default', 'property("#input", "maxlength")', 140],
      ['type by default', 'property("#input", "type")', 'text'],
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
      ['a mini button is not', 'box("#mini").then(({ width }) => width < 150)', true],
    ]),
    group('component/picker.html', [
      ['the mode by default', 'property("#disabled", "mode")', 'selector'],
    ]),
    group('component/navigator.html', [
      ['open-type by default', 'property("#navigator", "openType")', 'navigate'],
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
