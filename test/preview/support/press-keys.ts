import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../preview/browser';
import { DIST } from '../../../preview/paths';
import { ANY_PORTS, startStage } from '../../../preview/stage';
import { NOW, prepare } from './screens';

/** What a person with keyboard and mouse has seen. */
export interface Pressed {
  /** Sheets that are open after Escape, by how they were opened. */
  filterAfterEscape: number;
  monthsAfterEscape: number;
  /** WeChat reports no key while a field has the focus. */
  filterAfterEscapeInField: number;
  /** The line of the sum after Enter in a field for amounts. */
  sumAfterEnter: string;
  /** The note of a search after Enter in its field. */
  noteAfterEnter: string;
  /** The background of a row, and of the same row under the mouse. */
  row: [rest: string, hovered: string];
}

const part = (name: string) => `[class*='${name}']`;
const sheets = (page: Page) => page.locator('[role=dialog]').count();

const press = async (page: Page): Promise<Pressed> => {
  const filter = page.locator(part('search__filter'));
  const row = page.locator(part('--row--live')).first();
  const dialog = page.locator('[role=dialog]');
  const gone = () => dialog.waitFor({ state: 'detached' });
  await row.waitFor();
  const backgroundOf = () =>
    page.evaluate<string>(
      `getComputedStyle(document.querySelector('[class*="--row--live"]')).backgroundColor`,
    );
  const rest = await backgroundOf();
  await row.hover();
  const hovered = await backgroundOf();

  await filter.click();
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await gone();
  const filterAfterEscape = await sheets(page);

  await page.locator('month-section').first().locator('[role=button]').click();
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await gone();
  const monthsAfterEscape = await sheets(page);

  await filter.click();
  const upper = page.locator('filter-sheet input').last();
  await upper.fill('500000');
  await upper.press('Escape');
  const filterAfterEscapeInField = await sheets(page);
  await upper.press('Enter');
  const sum = page.locator(part('find__sum'));
  await sum.waitFor();
  const sumAfterEnter = (await sum.textContent()) ?? '';

  const search = page.locator('search-bar input');
  await search.fill('咖啡');
  await search.press('Enter');
  const note = page.locator(part('find__note')).first();
  await note.waitFor();
  const noteAfterEnter = (await note.textContent()) ?? '';
  return {
    ...{ filterAfterEscape, monthsAfterEscape, filterAfterEscapeInField },
    ...{ sumAfterEnter, noteAfterEnter, row: [rest, hovered] },
  };
};

const main = async (): Promise<void> => {
  const browser = await launchBrowser();
  const stage = await startStage({ dist: DIST, now: NOW, ports: ANY_PORTS });
  try {
    const page = await browser.newPage({ viewport: { width: 1024, height: 768 } });
    await prepare(stage.sandbox?.url ?? '', 'full');
    const entry = '/pages/payments/payments';
    await page.goto(`${stage.previewUrl}/device?${new URLSearchParams({ entry }).toString()}`);
    process.send?.(await press(page));
  } finally {
    await stage.close();
    await browser.close();
  }
};

void main();
