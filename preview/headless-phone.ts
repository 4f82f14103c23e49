import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';

/** A phone's window, in CSS px. */
const PHONE = { width: 390, height: 844 };

/** Playwright's own signal handlers would exit this process before the stage is closed. */
const WITHOUT_SIGNALS = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

/** The mini program or its browser does not start; the message says why, without a stack. */
export class StartError extends Error {}

/** What the device shows when it failed before it was linked; one that is linked answers with its error. */
const FAILURE = 'html:not([data-automator]) .device-failure';

const startFailure = (page: Page): Promise<never> => {
  const mistakes: string[] = [];
  page.on('pageerror', (error) => mistakes.push(String(error)));
  const failure = page.frameLocator('#device').locator(FAILURE);
  return new Promise((_resolve, reject) => {
    failure.textContent({ timeout: 0 }).then(
      (shown) => {
        const [reason = ''] = (shown ?? '').split('\n');
        const text = [...mistakes, reason].join('\n');
        reject(new StartError(`The mini program does not start: ${text}`));
      },
      // The page was closed.
      () => undefined,
    );
  });
};

/**
 * Shows the preview in a headless browser.
 *
 * @param url - address of the preview
 */
export const openHeadlessPhone = async (url: string) => {
  const browser = await launchBrowser(WITHOUT_SIGNALS);
  const page = await browser.newPage({ viewport: PHONE, hasTouch: true, deviceScaleFactor: 2 });
  const failure = startFailure(page);
  failure.catch(() => undefined);
  let isClosing = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => void (isClosing || resolve());
    browser.on('disconnected', end);
    page.on('crash', end);
  });
  // The page reports when it is ready, however slow the machine is.
  await page.goto(url, { waitUntil: 'commit', timeout: 0 });
  return {
    /** Rejects when the mini program fails before it is connected. */
    failure,
    /** Resolves when the browser ends by itself. */
    ended,
    screenshot: async () => (await page.screenshot()).toString('base64'),
    close: () => {
      isClosing = true;
      return browser.close();
    },
  };
};
