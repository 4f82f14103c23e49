import type { ShellObservations } from './support/look-at-shell';
import { runScript } from './support/run-script';

const LOOK_MS = 120_000;

describe('the frame around the phone', () => {
  let seen: ShellObservations;

  beforeAll(async () => {
    seen = await runScript<ShellObservations>('look-at-shell.ts');
  }, LOOK_MS);

  test('shows the title of the page that is open', () => {
    expect(seen.title).toBe('Manners');
    expect(seen.titleAfterNavigation).toBe('Tall');
  });

  test('shows console output and uncaught errors of the mini program', () => {
    expect(seen.consoleLines).toContain('said by hand');
    expect(seen.consoleLines.join('\n')).toContain('Error: thrown by hand');
  });

  // https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showToast.html
  test('shows only the last toast', () => {
    expect(seen.toasts).toEqual(['✓done']);
  });

  test('changes the conditions of the phone', () => {
    expect(seen).toMatchObject({ theme: 'dark', textSize: '1.5', turnedWidth: 844 });
  });

  test('navigates back', () => {
    expect(seen.backIsOffered).toBe(true);
    expect(seen.titleAfterBack).toBe('Manners');
  });

  test('opens the same page after a build', () => {
    expect(seen.titleAfterReload).toBe('Tall');
  });

  test('requests nothing from another host while payments are shown', () => {
    expect(seen.hostsAsked).toEqual(['preview']);
  });

  test('shows the titles of the product in the language of WeChat', () => {
    expect(seen.englishTitles).toEqual(['Payments', 'Payment details', 'Payments']);
  });

  test('shows only the phone in a narrow window', () => {
    expect(seen.isPhoneAloneInNarrowWindow).toBe(true);
  });
});
