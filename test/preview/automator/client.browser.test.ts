import MiniProgramClass from 'miniprogram-automator/out/MiniProgram';
import PageClass from 'miniprogram-automator/out/Page';
import * as elementClasses from 'miniprogram-automator/out/Element';
import { useHost } from '../support/host';

type Anything = Record<string, (...args: unknown[]) => Promise<unknown>>;
interface Outcome {
  value?: unknown;
  error?: string;
}

/** Time limit of a call in milliseconds. */
const LIMIT_MS = 2000;
/** The client itself pauses this long after a navigation, in milliseconds. */
const CLIENT_PAUSE_MS = 3000;
const NAVIGATION = ['navigateTo', 'redirectTo', 'navigateBack', 'reLaunch', 'switchTab'];

const host = useHost();
const called = new Set<string>();

/** Calls a function of the client, records its name, and checks that it settles in time. */
const call = async (
  subject: object,
  of: string,
  name: string,
  ...args: unknown[]
): Promise<Outcome> => {
  called.add(`${of}.${name}`);
  const pause = NAVIGATION.includes(name) ? CLIENT_PAUSE_MS : 0;
  const started = Date.now();
  const settled = Promise.resolve((subject as Anything)[name]?.(...args)).then(
    (value): Outcome => ({ value }),
    (error: Error): Outcome => ({ error: error.message }),
  );
  const deadline = new Promise<Outcome>((resolve) =>
    setTimeout(() => resolve({ error: 'did not settle' }), LIMIT_MS + pause).unref(),
  );
  const outcome = await Promise.race([settled, deadline]);
  expect({ name, inTime: Date.now() - started < LIMIT_MS + pause }).toEqual({ name, inTime: true });
  return outcome;
};

const mini = (name: string, ...args: unknown[]) =>
  call(host.miniProgram, 'MiniProgram', name, ...args);
const onPage = async (name: string, ...args: unknown[]) => {
  const page = await host.miniProgram.currentPage();
  if (!page) throw new Error('no page is open');
  return call(page, 'Page', name, ...args);
};
const element = async (selector: string): Promise<object> => {
  const { value } = await onPage('$', selector);
  if (!value) throw new Error(`no element matches ${selector}`);
  return value;
};
const onElement = async (selector: string, name: string, ...args: unknown[]) =>
  call(await element(selector), 'Element', name, ...args);

const refused = (what: string) => ({ error: expect.stringContaining(what) as string });

describe('every function of miniprogram-automator', () => {
  beforeAll(() => host.open('first/first'));

  describe('of MiniProgram', () => {
    test('reads the page stack', async () => {
      expect(await mini('currentPage')).toMatchObject({
        value: { path: 'pages/first/first', query: {} },
      });
      expect(await mini('pageStack')).toMatchObject({ value: [{ path: 'pages/first/first' }] });
    });

    test('reads system information', async () => {
      expect(await mini('systemInfo')).toMatchObject({
        value: { platform: 'android', SDKVersion: '3.4.0' },
      });
      expect(await mini('checkVersion')).toEqual({ value: undefined });
    });

    test('calls wx', async () => {
      expect(await mini('callWxMethod', 'canIUse', 'request')).toEqual({ value: true });
      expect(await mini('callWxMethod', 'flyToTheMoon')).toEqual(
        refused('wx.flyToTheMoon is not a function'),
      );
    });

    test('mocks wx by a result and restores it', async () => {
      await mini('mockWxMethod', 'getStorageSync', 'mocked');
      expect(await mini('callWxMethod', 'getStorageSync', 'a')).toEqual({ value: 'mocked' });
      await mini('mockWxMethod', 'showModal', { confirm: true, cancel: false });
      expect(await mini('callWxMethod', 'showModal', {})).toEqual({
        value: { confirm: true, cancel: false },
      });
      await mini('restoreWxMethod', 'getStorageSync');
      await mini('restoreWxMethod', 'showModal');
      expect(await mini('callWxMethod', 'getStorageSync', 'a')).toEqual({ value: '' });
      expect(await mini('mockWxMethod', 'flyToTheMoon', 1)).toEqual(refused('wx.flyToTheMoon'));
    });

    test('mocks wx by a function that gets the original and arguments', async () => {
      await mini(
        'mockWxMethod',
        'getAppBaseInfo',
        function (this: { origin: () => object }, platform: string) {
          return { ...this.origin(), platform };
        },
        'test',
      );
      expect(await mini('callWxMethod', 'getAppBaseInfo')).toMatchObject({
        value: { platform: 'test', theme: 'light' },
      });
      await mini('restoreWxMethod', 'getAppBaseInfo');
    });

    test('passes the result of a mock to callbacks', async () => {
      await mini('mockWxMethod', 'getNetworkType', { networkType: '2g' });
      const asked = () => new Promise((resolve) => wx.getNetworkType({ success: resolve }));
      expect(await mini('evaluate', asked)).toEqual({ value: { networkType: '2g' } });
      await mini('restoreWxMethod', 'getNetworkType');
    });

    test('refuses plugins', async () => {
      expect(await mini('callPluginWxMethod', 'p', 'login')).toEqual(
        refused('plugins are not supported'),
      );
      expect(await mini('mockPluginWxMethod', 'p', 'login', 1)).toEqual(
        refused('plugins are not supported'),
      );
      expect(await mini('restorePluginWxMethod', 'p', 'login')).toEqual(
        refused('plugins are not supported'),
      );
    });

    test('evaluates functions and reports their errors', async () => {
      expect(await mini('evaluate', (a: number, b: number) => a + b, 2, 3)).toEqual({ value: 5 });
      const failing = () => {
        throw new Error('as asked for');
      };
      expect(await mini('evaluate', failing)).toEqual({ error: 'as asked for' });
    });

    test('exposes functions to the mini program', async () => {
      const told = new Promise((resolve) => {
        void mini('exposeFunction', 'tellTest', (...args: unknown[]) => resolve(args)).then(() =>
          host.send('App.callFunction', {
            functionDeclaration: '() => tellTest(1, "b")',
            args: [],
          }),
        );
      });
      expect(await told).toEqual([1, 'b']);
    });

    test('reports console output and exceptions', async () => {
      const logged = new Promise((resolve) => host.miniProgram.once('console', resolve));
      const thrown = new Promise((resolve) => host.miniProgram.once('exception', resolve));
      await mini('on', 'console', () => undefined);
      await mini('evaluate', () => {
        console.warn('seen', { a: 1 });
        setTimeout(() => {
          throw new Error('not caught');
        }, 0);
      });
      expect(await logged).toEqual({ type: 'warn', args: ['seen', { a: 1 }] });
      expect(await thrown).toMatchObject({ message: 'not caught' });
    });

    test('scrolls and takes screenshots', async () => {
      expect(await mini('pageScrollTo', 10)).toEqual({ value: undefined });
      const { value } = await mini('screenshot');
      expect(
        Buffer.from(value as string, 'base64')
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
    });

    test('navigates', async () => {
      expect(await mini('navigateTo', '/pages/second/second?a=1')).toMatchObject({
        value: { query: { a: '1' } },
      });
      expect(await mini('navigateBack')).toMatchObject({ value: { path: 'pages/first/first' } });
      expect(await mini('redirectTo', '/pages/tall/tall')).toMatchObject({
        value: { path: 'pages/tall/tall' },
      });
      expect(await mini('reLaunch', '/pages/first/first')).toMatchObject({
        value: { path: 'pages/first/first' },
      });
      expect(await mini('switchTab', '/pages/first/first')).toEqual(
        refused('can not switch to no-tabBar page'),
      );
    }, 30_000);

    test('operates the phone’s own buttons', async () => {
      const native = (await mini('native')).value as object;
      const asking = host.wx('showModal', { title: 'Sure?' });
      await call(native, 'Native', 'confirmModal');
      expect(await asking).toMatchObject({ confirm: true });
      const askingAgain = host.wx('showModal', { title: 'Sure?' });
      await call(native, 'Native', 'cancelModal');
      expect(await askingAgain).toMatchObject({ cancel: true });
      expect(await call(native, 'Native', 'closePaymentDialog')).toEqual(
        refused('there is no dialog'),
      );
      await call(native, 'Native', 'goHome');
      expect(await call(native, 'Native', 'navigateLeft')).toEqual({ value: {} });
      for (const name of [
        'switchTab',
        'authorizeCancel',
        'authorizeAllow',
        'shareCancel',
        'shareConfirm',
      ]) {
        expect(await call(native, 'Native', name)).toEqual(
          refused(`native ${name} is not supported in the preview`),
        );
      }
    });

    test('refuses features of WeChat DevTools and of a phone', async () => {
      expect(await mini('remote')).toEqual(refused('remote debugging needs WeChat on a phone'));
      expect(await mini('testAccounts')).toEqual(
        refused('test accounts belong to WeChat DevTools'),
      );
      expect(await mini('stopAudits')).toEqual(refused('audits belong to WeChat DevTools'));
      for (const name of ['getTicket', 'setTicket', 'refreshTicket']) {
        expect(await mini(name)).toEqual(refused('login tickets belong to WeChat DevTools'));
      }
    });
  });

  describe('of Page', () => {
    beforeAll(() => host.open('first/first'));

    test('selects in its own tree', async () => {
      expect(await onPage('$', '#title')).toMatchObject({ value: { tagName: 'view' } });
      expect(await onPage('$', '.inside')).toEqual({ value: null });
      expect((await onPage('$$', 'view.item')).value).toHaveLength(2);
      expect((await onPage('$$', 'page .none')).value).toEqual([]);
      expect(await onPage('$$', 'view:first-child')).toEqual(
        refused('":first-child" is not supported'),
      );
    });

    test('reads and writes data', async () => {
      expect(await onPage('data', 'items[1]')).toEqual({ value: 'b' });
      await onPage('setData', { shown: true, 'items[1]': 'c' });
      expect(await onPage('data')).toMatchObject({ value: { shown: true, items: ['a', 'c'] } });
      expect((await onPage('$$', '.item')).value).toHaveLength(3);
    });

    test('calls methods and waits for them', async () => {
      expect(await onPage('callMethod', 'add', 1, 2)).toEqual({ value: 3 });
      expect(await onPage('callMethod', 'later', 'x')).toEqual({ value: 'x' });
      expect(await onPage('callMethod', 'fail')).toEqual({ error: 'as asked for' });
      expect(await onPage('callMethod', 'none')).toEqual(refused('has no method none'));
    });

    test('reads sizes and positions', async () => {
      expect(await onPage('size')).toMatchObject({ value: { width: 390 } });
      expect(await onPage('scrollTop')).toEqual({ value: 0 });
      expect(await onPage('windowProperty', 'document.documentElement.scrollTop')).toEqual({
        value: 0,
      });
      expect(await onPage('waitFor', '#title')).toEqual({ value: undefined });
    });

    test('selects by XPath, also inside components', async () => {
      expect(await onPage('getElementsByXpath', '//probe')).toMatchObject({
        value: [{ tagName: 'probe' }],
      });
      expect(
        await onPage('getElementByXpath', '//probe//*[contains(@class, "inside")]'),
      ).toMatchObject({
        value: { tagName: 'view' },
      });
      expect(await onPage('xpath', '//view[@id="title" and @data-order-no="7"]')).toMatchObject({
        value: { tagName: 'view' },
      });
      // The client turns every error of these two into null.
      expect(await onPage('xpath', '//nothing')).toEqual({ value: null });
      expect(await onPage('xpath', '//[')).toEqual({ value: null });
    });
  });

  describe('of Element', () => {
    beforeEach(() => host.open('first/first'));

    test('selects below itself', async () => {
      expect(await onElement('probe', '$', '.inside')).toMatchObject({
        value: { tagName: 'view' },
      });
      expect((await onElement('probe', '$$', 'view')).value).toHaveLength(1);
      expect((await onElement('.scroller', '$$', 'view')).value).toHaveLength(1);
    });

    test('reads attributes, styles and properties', async () => {
      expect(await onElement('#title', 'text')).toEqual({ value: 'first' });
      expect(await onElement('#title', 'attribute', 'class')).toEqual({ value: 'title' });
      expect(await onElement('#title', 'attribute', 'data-order-no')).toEqual({ value: '7' });
      expect(await onElement('#title', 'attribute', 'aria-label')).toEqual({ value: 'heading' });
      expect(await onElement('#title', 'attribute', 'none')).toEqual({ value: null });
      expect(await onElement('.scroller', 'style', 'height')).toEqual({ value: '50px' });
      expect(await onElement('.scroller', 'size')).toEqual({ value: { width: 200, height: 50 } });
      expect(await onElement('#title', 'offset')).toEqual({ value: { left: 0, top: 0 } });
      expect(await onElement('.field', 'property', 'placeholder')).toEqual({ value: 'type here' });
      expect(await onElement('.field', 'property', 'none')).toEqual({
        error: 'input.none not exists',
      });
      expect(await onElement('.field', 'value')).toEqual({ value: '' });
      expect(await onElement('#title', 'domProperty', ['offsetWidth'])).toEqual({ value: [390] });
    });

    test('returns its WXML', async () => {
      expect(await onElement('probe', 'wxml')).toEqual({
        value: '<view class="inside shared">probe</view>',
      });
      expect(await onElement('#title', 'outerWxml')).toEqual({
        value: '<view id="title" class="title" data-order-no="7" aria-label="heading">first</view>',
      });
    });

    test('is not tapped while it is a disabled button, and neither is what it lies in', async () => {
      await onElement('.refused', 'tap');
      expect(await onElement('#title', 'text')).toEqual({ value: 'first' });
      await onElement('.around', 'tap');
      expect(await onElement('#title', 'text')).toEqual({ value: 'tapped' });
      await mini('evaluate', () => {
        getCurrentPages()[0]?.setData({ title: 'first' });
      });
    });

    test('is tapped and touched', async () => {
      await onElement('#title', 'tap');
      expect(await onElement('#title', 'text')).toEqual({ value: 'tapped' });
      await onElement('#title', 'longpress');
      await onElement('#title', 'touchstart', { touches: [{ identifier: 1, pageX: 5, pageY: 5 }] });
      await onElement('#title', 'touchmove', { touches: [{ identifier: 1, pageX: 9, pageY: 9 }] });
      await onElement('#title', 'touchend', {
        changedTouches: [{ identifier: 1, pageX: 9, pageY: 9 }],
      });
      expect(await host.takeLog()).toContain('first longpress');
    });

    test('triggers custom events', async () => {
      await onElement('#title', 'trigger', 'custom', { a: 1 });
      expect(await onPage('data', 'custom')).toEqual({ value: { a: 1 } });
      await onElement('#title', 'dispatchEvent', { eventName: 'custom', detail: { b: 2 } });
      expect(await onPage('data', 'custom')).toEqual({ value: { b: 2 } });
    });

    test('reports that it is stale', async () => {
      const item = await element('.item');
      await host.open('first/first');
      expect(await call(item, 'Element', 'text')).toEqual(refused('is stale'));
    });
  });

  describe('of the subclasses of Element', () => {
    beforeEach(() => host.open('first/first'));
    const made = async (kind: string, tagName: string) => {
      const { id, pageId, connection } = (await element('#title')) as Record<string, unknown>;
      const Kind = (
        elementClasses as unknown as Record<string, new (...args: unknown[]) => object>
      )[kind];
      if (!Kind) throw new Error(`the client has no ${kind}`);
      return new Kind(connection, { elementId: id, pageId, tagName }, new Map());
    };

    test('a component has data and methods', async () => {
      const probe = await element('probe');
      expect(await call(probe, 'CustomElement', 'data', 'taps')).toEqual({ value: 0 });
      await call(probe, 'CustomElement', 'setData', { taps: 5 });
      expect(await call(probe, 'CustomElement', 'data')).toMatchObject({
        value: { taps: 5, value: 'probe' },
      });
      expect(await call(probe, 'CustomElement', 'callMethod', 'double', 4)).toEqual({ value: 8 });
    });

    test('a field takes text', async () => {
      await call(await element('.field'), 'InputElement', 'input', '4200');
      expect(await onPage('data', 'text')).toEqual({ value: '4200' });
      await call(await element('.area'), 'TextareaElement', 'input', 'two\nlines');
      expect(await onPage('data', 'text')).toEqual({ value: 'two\nlines' });
    });

    test('a scroll-view scrolls', async () => {
      const scroller = await element('.scroller');
      await call(scroller, 'ScrollViewElement', 'scrollTo', 20, 30);
      expect(await call(scroller, 'ScrollViewElement', 'property', 'scrollTop')).toEqual({
        value: 30,
      });
      expect(await call(scroller, 'ScrollViewElement', 'property', 'scrollLeft')).toEqual({
        value: 20,
      });
      expect(await call(scroller, 'ScrollViewElement', 'scrollWidth')).toEqual({ value: 600 });
      expect(await call(scroller, 'ScrollViewElement', 'scrollHeight')).toEqual({ value: 400 });
    });

    test('a switch, a slider and a swiper are operated', async () => {
      await call(await element('.switch'), 'SwitchElement', 'tap');
      expect(await onPage('data', 'text')).toEqual({ value: true });
      await call(await element('.slider'), 'SliderElement', 'slideTo', 35);
      expect(await onPage('data', 'text')).toEqual({ value: 35 });
      await call(await element('.swiper'), 'SwiperElement', 'swipeTo', 1);
      expect(await onPage('data', 'custom')).toEqual({ value: 1 });
    });

    test('a movement that the preview does not have is refused by its name', async () => {
      const movable = await made('MovableViewElement', 'movable-view');
      expect(await call(movable, 'MovableViewElement', 'moveTo', 1, 1)).toEqual(
        refused('movable-view.moveTo is not supported in the preview'),
      );
    });

    test('contexts and positions of missing elements are refused', async () => {
      expect(
        await call(
          await made('ContextElement', 'video'),
          'ContextElement',
          'callContextMethod',
          'play',
        ),
      ).toEqual(refused('has no context'));
      const movable = await made('MovableViewElement', 'movable-view');
      expect(await call(movable, 'MovableViewElement', 'property', 'x')).toEqual({ value: null });
    });
  });

  test('every client method is covered by this file', async () => {
    await mini('disconnect');
    expect(await mini('close')).toEqual(refused('Connection closed'));
    const inner = ['constructor', 'send', 'changeRoute', 'getter', '_property', 'callFunction'];
    const functions = (prototype: object, of: string) =>
      Object.getOwnPropertyNames(prototype)
        .filter((name) => !inner.includes(name))
        .map((name) => `${of}.${name}`);
    const { default: ElementClass, ...kinds } = elementClasses;
    const all = [
      ...functions(MiniProgramClass.prototype, 'MiniProgram'),
      ...functions(PageClass.prototype, 'Page'),
      ...functions(ElementClass.prototype, 'Element'),
      ...Object.entries(kinds).flatMap(([name, kind]) =>
        functions((kind as unknown as { prototype: object }).prototype, name),
      ),
    ];
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter((name) => !called.has(name))).toEqual([]);
  });
});
