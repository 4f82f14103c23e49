import { fork } from 'node:child_process';
import path from 'node:path';
import type { Seen } from './support/look-at-shell';

const LOOK_MS = 120_000;

describe('the frame around the phone', () => {
  let seen: Seen;

  beforeAll(async () => {
    const script = path.join(__dirname, 'support/look-at-shell.ts');
    const child = fork(script, [], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    seen = await new Promise<Seen>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Seen));
      child.once('exit', (code) => reject(new Error(`looking ended with ${code}`)));
    });
  }, LOOK_MS);

  test('shows the title of the page that is open', () => {
    expect(seen.title).toBe('Manners');
    expect(seen.titleAfterNavigation).toBe('Tall');
  });

  test('shows what the mini program says and what it throws', () => {
    expect(seen.consoleLines).toContain('said by hand');
    expect(seen.consoleLines.join('\n')).toContain('Error: thrown by hand');
  });

  // https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showToast.html
  test('shows one toast at a time, the last', () => {
    expect(seen.toasts).toEqual(['✓done']);
  });

  test('sets the conditions of the phone', () => {
    expect(seen).toMatchObject({ theme: 'dark', textSize: '1.5', turnedWidth: 844 });
  });

  test('goes back', () => {
    expect(seen.backIsOffered).toBe(true);
    expect(seen.titleAfterBack).toBe('Manners');
  });

  test('keeps the page when the mini program is built anew', () => {
    expect(seen.titleAfterReload).toBe('Tall');
  });

  test('asks nobody but the preview for anything while payments are shown', () => {
    expect(seen.hostsAsked).toEqual(['preview']);
  });

  test('shows the titles of the product in the language that WeChat is in', () => {
    expect(seen.englishTitles).toEqual(['Payments', 'Payment details', 'Payments']);
  });

  test('leaves a narrow window to the phone', () => {
    expect(seen.isPhoneAloneInNarrowWindow).toBe(true);
  });
});
