import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  exportFolder,
  removeFolder,
} from '../../../miniprogram/features/payment-statistics/export-folder';
import {
  sendExport,
  writeExport,
  type Exported,
} from '../../../miniprogram/features/payment-statistics/export';
import { zhCN } from '../../../miniprogram/texts/zh-cn';
import { order } from '../support/order';

const USER_DATA = mkdtempSync(path.join(os.tmpdir(), 'export-'));
const LEFTOVER = path.join(USER_DATA, 'payment-exports/9/left.csv');
const before: unknown = Reflect.get(globalThis, 'wx');

/** WeChat's file system, on the one of Node. */
const FILES = {
  mkdirSync: (folder: string, recursive: boolean) => void mkdirSync(folder, { recursive }),
  rmdirSync: (folder: string, recursive: boolean) => rmSync(folder, { recursive }),
  writeFileSync,
};

const become = (platform: string, calls: object = {}) => {
  const env = { USER_DATA_PATH: USER_DATA };
  const parts = { getFileSystemManager: () => FILES, getDeviceInfo: () => ({ platform }) };
  Object.assign(globalThis, { wx: { env, ...parts, ...calls } });
};

afterAll(() => {
  Object.assign(globalThis, { wx: before });
  rmSync(USER_DATA, { recursive: true });
});

const payments = [order({ transactionNo: 'T1' }), order({ transactionNo: 'T2' })];
const write = (folder: string) => writeExport(payments, null, folder, zhCN);

describe('the files of two tags', () => {
  it('have the name that is shown, lie apart, and are removed one by one', () => {
    become('android');
    mkdirSync(path.dirname(LEFTOVER), { recursive: true });
    writeFileSync(LEFTOVER, 'left');
    const [first, second] = [exportFolder(), exportFolder()];
    expect(existsSync(LEFTOVER)).toBe(false);
    const files = [write(first), write(first), write(second)];
    expect(files.map((file) => file && path.basename(file.filePath))).toEqual(
      Array(3).fill('支付记录.csv'),
    );
    removeFolder(first);
    expect(files.map((file) => existsSync(file?.filePath ?? ''))).toEqual([false, false, true]);
    expect(readFileSync(files[2]?.filePath ?? '', 'utf8').split('\r\n')).toHaveLength(4);
  });

  it('are missing where they cannot be written', () => {
    become('android');
    const file = path.join(USER_DATA, 'file');
    writeFileSync(file, '');
    expect(write(path.join(file, 'folder'))).toBeNull();
  });
});

describe('the person', () => {
  const file: Exported = {
    of: [],
    scope: null,
    filePath: '/1/a.csv',
    fileName: 'a.csv',
    payments: 0,
  };

  it.each([
    ['android', 'shareFileMessage'],
    ['windows', 'saveFileToDisk'],
  ])('gets the file on %s by %s, and reads where it is refused', (platform, call) => {
    const answers = ['fail cancel', 'fail system error'];
    const refused = jest.fn();
    const asked: unknown[] = [];
    become(platform, {
      [call]: ({ filePath, fail }: { filePath: string; fail: (error: object) => void }) => {
        asked.push(filePath);
        fail({ errMsg: `${call}:${answers.shift()}` });
      },
    });
    sendExport(file, refused);
    expect(refused).not.toHaveBeenCalled();
    sendExport(file, refused);
    expect(refused).toHaveBeenCalledTimes(1);
    expect(asked).toEqual(['/1/a.csv', '/1/a.csv']);
  });

  it.each(['android', 'windows', 'devtools'])(
    'reads where WeChat has no call on %s',
    (platform) => {
      const refused = jest.fn();
      become(platform);
      sendExport(file, refused);
      expect(refused).toHaveBeenCalledTimes(1);
    },
  );
});
