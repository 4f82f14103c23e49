import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../preview/browser';
import { DIST } from '../../../preview/paths';
import { ANY_PORTS, startStage } from '../../../preview/stage';
import { NOW, prepare } from './screens';
import { free } from './free';

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
  /** How far the page has scrolled by the wheel over the shade and over the parts of each open sheet, in px. */
  behindFilter: number[];
  behindMonths: number[];
  /** The same over the rows, without a sheet. */
  withoutSheet: number[];
  /** The background of a row, and of the same row under the mouse. */
  row: [rest: string, hovered: string];
}

const part = (name: string) => `[class*='${name}']`;
const sheets = (page: Page) => page.locator('[role=dialog]').count();

const scrollTop = (page: Page): Promise<number> =>
  page.evaluate<number>('Math.round(document.scrollingElement.scrollTop)');

/** Turns the wheel over places, each time until a frame has been drawn. */
const turnWheel = async (
  page: Page,
  places: readonly [x: number, y: number][],
): Promise<number[]> => {
  const scrolled: number[] = [];
  const before = await scrollTop(page);
  for (const [x, y] of places) {
    await page.mouse.move(x, y);
    for (let turn = 0; turn < 8; turn += 1) {
      await page.mouse.wheel(0, 400);
      await page.evaluate(
        'new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))',
      );
    }
    scrolled.push((await scrollTop(page)) - before);
  }
  return scrolled;
};

/** The shade, the title, what scrolls, and the last part of an open sheet. */
const placesOf = async (page: Page): Promise<[x: number, y: number][]> => {
  await free(page);
  const { x, y, width, height } = (await page.locator('[role=dialog]').boundingBox())!;
  const middle = x + width / 2;
  return [
    [20, 300],
    [middle, y + 20],
    [middle, y + height / 2],
    [middle, y + height - 20],
  ];
};

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
  const behindFilter = await turnWheel(page, await placesOf(page));
  await page.keyboard.press('Escape');
  await gone();
  const filterAfterEscape = await sheets(page);

  await page.locator('month-section').first().locator('[role=button]').click();
  await dialog.waitFor();
  const behindMonths = await turnWheel(page, await placesOf(page));
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
  const withoutSheet = await turnWheel(page, [[512, 500]]);
  return {
    ...{ behindFilter, behindMonths, withoutSheet },
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
