import { miniProgram, ONE_PAGE } from '../support/mini-program';
import { useHost } from '../support/host';

const WXML = `
<image class="picture" src="/a.png" mode="widthFix" />
<input class="field" type="number" password disabled="{{false}}" />
<navigator class="link" url="/pages/a/a" hover-class="none">again</navigator>
<view class="plain" bindtap="note" bind:seen="note" bindtouchstart="note">plain</view>
<panel><text>inside</text><text slot="end">at the end</text></panel>
`;

const host = useHost(
  miniProgram({
    ...ONE_PAGE,
    'pages/a/a.json': '{"usingComponents":{"panel":"/panel/panel"}}',
    'pages/a/a.wxml': WXML,
    'pages/a/a.js': `Page({
      data: { event: null },
      note({ type, detail, touches, changedTouches }) {
        const event = JSON.stringify({ type, detail, touches, changedTouches });
        this.setData({ event: JSON.parse(event) });
      },
    })`,
    'panel/panel.json': '{"component":true}',
    'panel/panel.js': 'Component({ options: { multipleSlots: true } })',
    'panel/panel.wxml': '<view class="panel"><slot /><slot name="end" /></view>',
  }),
);

const page = async () => {
  const open = await host.miniProgram.currentPage();
  if (!open) throw new Error('no page is open');
  return open;
};
const element = async (selector: string) => {
  const found = await (await page()).$(selector);
  if (!found) throw new Error(`no element matches ${selector}`);
  return found;
};
const isAlive = async () => (await page()).path === 'pages/a/a';

describe('an attribute', () => {
  test.each([
    ['.picture', 'src', '/a.png'],
    ['.picture', 'mode', 'widthFix'],
    ['.field', 'type', 'number'],
    ['.field', 'password', 'true'],
    ['.link', 'url', '/pages/a/a'],
    ['.link', 'hover-class', 'none'],
  ])('of %s is read: %s', async (selector, name, value) => {
    expect(await (await element(selector)).attribute(name)).toBe(value);
  });

  test('that the template does not have is none', async () => {
    expect(await (await element('.field')).attribute('maxlength')).toBeNull();
    expect(await (await element('.plain')).attribute('hover-class')).toBeNull();
  });

  test('selects', async () => {
    expect(await (await page()).$$('[type=number]')).toHaveLength(1);
    expect(await (await page()).$$('[url]')).toHaveLength(1);
    expect(await (await page()).getElementsByXpath('//image[@src="/a.png"]')).toHaveLength(1);
  });
});

describe('WXML', () => {
  test('has the attributes of the elements', async () => {
    expect(await (await element('.picture')).outerWxml()).toBe(
      '<image class="picture" src="/a.png" mode="widthFix"></image>',
    );
  });

  test('of a component has the content of its slots', async () => {
    expect(await (await element('panel')).outerWxml()).toBe(
      '<panel><view class="panel"><text>inside</text><text>at the end</text></view></panel>',
    );
  });
});

describe('a dispatched event', () => {
  const FINGERS = [{ identifier: 3, pageX: 5, pageY: 6 }];
  const POINT = { identifier: 3, pageX: 5, pageY: 6, clientX: 5, clientY: 6 };

  test.each(['seen', 'touchstart'])('has its fingers: %s', async (eventName) => {
    const fingers = { touches: FINGERS, changedTouches: FINGERS };
    await (await element('.plain')).dispatchEvent({ eventName, detail: { a: 1 }, ...fingers });
    expect(await (await page()).data('event')).toMatchObject({
      type: eventName,
      detail: { a: 1 },
      touches: [POINT],
      changedTouches: [POINT],
    });
  });

  test('has no fingers where it was given none', async () => {
    await (await element('.plain')).dispatchEvent({ eventName: 'seen', detail: { b: 2 } });
    const event = (await (await page()).data('event')) as object;
    expect(event).toMatchObject({ detail: { b: 2 } });
    expect(event).not.toHaveProperty('touches');
  });
});

describe('a function of a test', () => {
  // As text: such a function is a mistake in TypeScript.
  test.each([
    ['undefined', '() => Promise.reject()'],
    ['undefined', '() => { throw undefined; }'],
    ['1', '() => { throw 1n; }'],
    ['{"errMsg":"no"}', '() => Promise.reject({ errMsg: "no" })'],
  ])('that fails with %s is answered', async (message, functionDeclaration) => {
    const failed = host.send('App.callFunction', { functionDeclaration, args: [] });
    await expect(failed).rejects.toThrow(new Error(message));
    expect(await isAlive()).toBe(true);
  });

  test('is named when it is none', async () => {
    const asked = host.send('App.callFunction', { functionDeclaration: '1+1', args: [] });
    await expect(asked).rejects.toThrow('a function is needed, and this is none: 1+1');
  });
});

describe('a mock that fails', () => {
  afterEach(() => host.miniProgram.restoreWxMethod('login'));

  const login = () =>
    host.evaluate(
      () =>
        new Promise((resolve) => {
          const called: unknown[] = [];
          const note = (name: string) => (result: unknown) => {
            called.push(name, result);
            if (name === 'complete') resolve(called);
          };
          wx.login({ success: note('success'), fail: note('fail'), complete: note('complete') });
        }),
    );

  const NO = { errMsg: 'no' };
  test.each([
    ['rejects with an error', '() => Promise.reject(new Error("no"))', NO],
    [
      'rejects with WeChat’s error',
      '() => Promise.reject({ errMsg: "no", errno: 4 })',
      { ...NO, errno: 4 },
    ],
    ['throws', '() => { throw new Error("no"); }', NO],
  ])('calls fail and complete: it %s', async (_how, mock, error) => {
    const exceptions: unknown[] = [];
    const note = (exception: unknown) => exceptions.push(exception);
    host.miniProgram.on('exception', note);
    await host.miniProgram.mockWxMethod('login', mock);
    expect(await login()).toEqual(['fail', error, 'complete', error]);
    expect(exceptions).toEqual([]);
    host.miniProgram.off('exception', note);
  });
});

describe('a condition that the phone does not have', () => {
  test.each([
    [{ theme: 'drak' }, 'theme must be light, dark'],
    [{ screen: 'iphone' }, 'screen must be phone, notched'],
    [{ textSize: 0 }, 'textSize must be a number from 0.5 to 4'],
    [{ pace: -1 }, 'pace must be a number from 0.01 to 1000000'],
    [{ now: 'today' }, 'now must be a number from'],
    [{ colour: 'red' }, 'the phone has no condition "colour"'],
  ])('is refused, and what comes with it: %j', async (changes, message) => {
    const asked = host.send('Preview.setConditions', { ...changes, language: 'en' });
    await expect(asked).rejects.toThrow(message);
    expect(await host.wx('getAppBaseInfo')).toMatchObject({ language: 'zh_CN', theme: 'light' });
  });
});
