import type { Page } from 'playwright-core';

/** Waits until taps reach what is on the screen again. */
export const free = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    `[...document.querySelectorAll("[class*='--guard']")].every((guard) => getComputedStyle(guard).visibility === 'hidden')`,
  );
