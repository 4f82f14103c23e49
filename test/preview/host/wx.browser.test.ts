import { readFileSync } from 'node:fs';
import path from 'node:path';
import { useHost } from '../support/host';

const host = useHost();
const README = path.join(__dirname, '../../../preview/README.md');

/** Calls wx with callbacks; resolves with the calls of the callbacks in order. */
const withCallbacks = (method: string, options: object): Promise<[string, object][]> =>
  host.evaluate(
    (name: string, given: object) =>
      new Promise((resolve) => {
        const told: [string, object][] = [];
        const call = (wx as unknown as Record<string, (options: object) => void>)[name];
        call?.({
          ...given,
          success: (result: object) => told.push(['success', result]),
          fail: (result: object) => told.push(['fail', result]),
          complete: (result: object) => {
            told.push(['complete', result]);
            resolve(told);
          },
        });
      }),
    method,
    options,
  ) as unknown as Promise<[string, object][]>;

// https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/api.html
describe('an asynchronous call', () => {
  test('calls success and complete', async () => {
    expect(await withCallbacks('setStorage', { key: 'a', data: 1 })).toEqual([
      ['success', { errMsg: 'setStorage:ok' }],
      ['complete', { errMsg: 'setStorage:ok' }],
    ]);
  });

  test('calls fail and complete', async () => {
    const errMsg = 'getStorage:fail data not found';
    expect(await withCallbacks('getStorage', { key: 'none' })).toEqual([
      ['fail', { errMsg }],
      ['complete', { errMsg }],
    ]);
  });

  test('returns a promise without callbacks', async () => {
    expect(await host.wx('getStorage', { key: 'a' })).toEqual({ data: 1, errMsg: 'getStorage:ok' });
    await expect(host.wx('getStorage', { key: 'none' })).rejects.toThrow(
      'getStorage:fail data not found',
    );
  });

  test('is known to canIUse and listed in the README', async () => {
    const calls = await host.evaluate(() => Object.keys(wx).sort());
    const documented = [...readFileSync(README, 'utf8').matchAll(/^\| `wx\.(\w+)`/gm)].map(
      ([, name]) => name,
    );
    expect([...documented].sort()).toEqual(calls);
    for (const name of calls) expect(await host.wx('canIUse', name)).toBe(true);
    for (const name of ['chooseImage', 'cloud', 'toString', 'constructor']) {
      expect(await host.wx('canIUse', name)).toBe(false);
    }
    expect(await host.wx('canIUse', 'button.open-type.contact')).toBe(true);
    expect(await host.wx('canIUse', 'swiper')).toBe(true);
    expect(await host.wx('canIUse', 'map')).toBe(false);
  });
});

// https://developers.weixin.qq.com/miniprogram/dev/framework/ability/storage.html
describe('storage', () => {
  beforeEach(() => host.wx('clearStorageSync'));

  test('returns the stored JSON value', async () => {
    await host.wx('setStorageSync', 'key', { list: [1, '中', null] });
    expect(await host.wx('getStorageSync', 'key')).toEqual({ list: [1, '中', null] });
    expect(await host.wx('getStorage', { key: 'key' })).toMatchObject({
      data: { list: [1, '中', null] },
    });
    expect(await host.wx('getStorageSync', 'none')).toBe('');
  });

  test('refuses more than 1 MB per key', async () => {
    await host.wx('setStorageSync', 'big', 'x'.repeat(1024 * 1024 - 2));
    await expect(host.wx('setStorageSync', 'big', 'x'.repeat(1024 * 1024))).rejects.toThrow(
      'setStorageSync:fail entry size limit reached',
    );
    await expect(host.wx('setStorage', { key: 'big', data: '中'.repeat(350_000) })).rejects.toThrow(
      'setStorage:fail entry size limit reached',
    );
  });

  test('refuses more than 10 MB in total', async () => {
    await host.evaluate(() => {
      for (let key = 0; key < 10; key += 1) wx.setStorageSync(`part${key}`, 'x'.repeat(1_048_000));
    });
    expect(await host.wx('getStorageInfoSync')).toMatchObject({ limitSize: 10_240 });
    await expect(
      host.evaluate(() => {
        wx.setStorageSync('more', 'x'.repeat(10_000));
      }),
    ).rejects.toThrow('setStorageSync:fail exceed storage max size');
  });

  test('refuses a value that JSON cannot hold', async () => {
    await expect(host.evaluate(() => wx.setStorageSync('f', () => 0))).rejects.toThrow(
      'setStorageSync:fail data of "f" is function',
    );
  });

  test('removes one key or all', async () => {
    await host.wx('setStorageSync', 'a', 1);
    await host.wx('setStorageSync', 'b', 1);
    await host.wx('removeStorageSync', 'a');
    expect(await host.wx('getStorageInfoSync')).toMatchObject({ keys: ['b'] });
    await host.wx('clearStorage');
    expect(await host.wx('getStorageInfoSync')).toMatchObject({ keys: [], currentSize: 0 });
  });
});

// https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showModal.html
describe('dialogs', () => {
  const native = (method: string) => host.send('Tool.native', { method });
  /** Starts a call that opens a dialog, and answers the dialog. */
  const answered = async (method: string, options: object, answer: string): Promise<unknown> => {
    const outcome = withCallbacks(method, options);
    await native(answer);
    return (await outcome)[0];
  };

  test('a modal resolves with the choice', async () => {
    const confirmed = { confirm: true, cancel: false, content: null, errMsg: 'showModal:ok' };
    expect(await answered('showModal', { title: 'Sure?' }, 'confirmModal')).toEqual([
      'success',
      confirmed,
    ]);
    const cancelled = { ...confirmed, confirm: false, cancel: true };
    expect(await answered('showModal', { title: 'Sure?' }, 'cancelModal')).toEqual([
      'success',
      cancelled,
    ]);
  });

  test('a modal refuses button texts that are too long', async () => {
    await expect(host.wx('showModal', { title: 'a', confirmText: '五个字太长' })).rejects.toThrow(
      'showModal:fail confirmText length should not larger than 4',
    );
  });

  test('a cancelled action sheet fails', async () => {
    expect(await answered('showActionSheet', { itemList: ['a', 'b'] }, 'cancelModal')).toEqual([
      'fail',
      { errMsg: 'showActionSheet:fail cancel' },
    ]);
  });

  test('an action sheet takes one to six items', async () => {
    for (const itemList of [[], ['1', '2', '3', '4', '5', '6', '7']]) {
      await expect(host.wx('showActionSheet', { itemList })).rejects.toThrow(
        'showActionSheet:fail parameter error',
      );
    }
  });

  test('toast and loading succeed at once', async () => {
    expect(await host.wx('showLoading', { title: 'wait' })).toEqual({ errMsg: 'showLoading:ok' });
    expect(await host.wx('showToast', { title: 'done' })).toEqual({ errMsg: 'showToast:ok' });
    expect(await host.wx('hideToast')).toEqual({ errMsg: 'hideToast:ok' });
  });
});

describe('a file and a chat', () => {
  test('a file is saved by the browser; a file that is not there fails', async () => {
    const filePath = 'http://usr/payments.csv';
    await host.evaluate((path: string) => {
      wx.getFileSystemManager().writeFileSync(path, 'a,b', 'utf8');
    }, filePath);
    expect(await host.wx('saveFileToDisk', { filePath })).toEqual({ errMsg: 'saveFileToDisk:ok' });
    await expect(host.wx('saveFileToDisk', { filePath: 'http://usr/none' })).rejects.toThrow(
      'saveFileToDisk:fail no such file',
    );
  });

  test('a folder is removed with what is in it only where that is asked for', async () => {
    const left = await host.evaluate(() => {
      const files = wx.getFileSystemManager();
      files.mkdirSync('http://usr/outer/inner', true);
      files.writeFileSync('http://usr/outer/inner/file', 'a', 'utf8');
      let refused = '';
      try {
        files.rmdirSync('http://usr/outer');
      } catch (error) {
        refused = (error as Error).message;
      }
      files.rmdirSync('http://usr/outer', true);
      files.mkdirSync('http://usr/outer/inner', true);
      return [refused, ...files.readdirSync('http://usr/outer/inner')];
    });
    expect(left).toEqual(["rmdirSync:fail directory not empty, rmdir 'http://usr/outer'"]);
  });

  test('the chat of WeCom needs a company and an address', async () => {
    const chat = { corpId: 'ww1', extInfo: { url: 'https://work.weixin.qq.com/kfid/1' } };
    expect(await host.wx('openCustomerServiceChat', chat)).toEqual({
      errMsg: 'openCustomerServiceChat:ok',
    });
    await expect(host.wx('openCustomerServiceChat', { corpId: 'ww1' })).rejects.toThrow(
      'openCustomerServiceChat:fail parameter error',
    );
  });
});

// https://developers.weixin.qq.com/miniprogram/dev/api/device/clipboard/wx.setClipboardData.html
describe('the clipboard', () => {
  test('returns the copied text', async () => {
    await host.wx('setClipboardData', { data: '4200000519' });
    expect(await host.wx('getClipboardData')).toEqual({
      data: '4200000519',
      errMsg: 'getClipboardData:ok',
    });
  });

  test('refuses values that are not text', async () => {
    await expect(host.wx('setClipboardData', { data: 1 })).rejects.toThrow('should be String');
  });

  test('fails for an app that did not declare it', async () => {
    await host.set({ clipboard: 'refused' });
    await expect(host.wx('setClipboardData', { data: 'a' })).rejects.toThrow(
      'setClipboardData:fail api scope is not declared in the privacy agreement',
    );
    await host.set({ clipboard: 'allowed' });
  });
});

// https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getAppBaseInfo.html
describe('the conditions of the phone', () => {
  test.each([0.94, 1, 1.5])('text size × %s', async (textSize) => {
    await host.set({ textSize });
    expect(await host.wx('getAppBaseInfo')).toMatchObject({
      fontSizeScaleFactor: textSize,
      fontSizeSetting: 16 * textSize,
    });
  });

  test('language and theme', async () => {
    await host.set({ language: 'en', theme: 'dark' });
    expect(await host.wx('getAppBaseInfo')).toMatchObject({ language: 'en', theme: 'dark' });
    expect(await host.wx('getSystemInfoSync')).toMatchObject({ language: 'en', theme: 'dark' });
    expect(await host.takeLog()).toContain('app onThemeChange dark');
    await host.set({ language: 'zh_CN', theme: 'light' });
  });

  test('the clock', async () => {
    await host.set({ now: 1_700_000_000_000 });
    expect(
      await host.evaluate(() => [Date.now(), new Date().getTime(), new Date(5).getTime()]),
    ).toEqual([1_700_000_000_000, 1_700_000_000_000, 5]);
    await host.set({ now: null });
    expect(Math.abs((await host.evaluate(() => Date.now())) - Date.now())).toBeLessThan(60_000);
  });
});
