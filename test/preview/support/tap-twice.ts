import type { Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../../preview/browser';
import { DIST } from '../../../preview/paths';
import { ANY_PORTS, startStage } from '../../../preview/stage';
import { free } from './free';
import { NOW, prepare } from './screens';

/** What is on the screen after two taps on the same place. */
export interface Tapped {
  /** The number of sheets that are open. */
  sheets: number;
  /** The path of the page. */
  page: string;
  /** The tag that has the focus. */
  focus: string;
  /** The chips of the filters that are left. */
  chips: string[];
}

/** The state before each double tap, by what is tapped. */
export const CASES = [
  'the filter button',
  'a month header',
  'the apply button',
  'the shade above the search field',
  'a month of the sheet',
  'the close button of the sheet',
  'the only chip',
  'the first of three chips',
  'the button of an empty list',
] as const;

type Case = (typeof CASES)[number];

const part = (name: string) => `[class*='${name}']`;
const dialog = (page: Page) => page.locator('[role=dialog]');
const apply = (page: Page) => page.locator(part('sheet__button--apply'));

const openFilters = async (page: Page): Promise<void> => {
  await page.locator(part('search__filter')).first().tap();
  await dialog(page).waitFor();
  await free(page);
};

const openMonths = async (page: Page): Promise<void> => {
  await page.locator('month-section [role=button]').first().tap();
  await dialog(page).waitFor();
  await free(page);
};

/** Chooses the second option of some groups, and applies them. */
const filterBy = async (page: Page, ...groups: number[]): Promise<void> => {
  await openFilters(page);
  for (const group of groups)
    await page.locator('[role=radiogroup]').nth(group).locator('[role=radio]').nth(1).tap();
  await apply(page).tap();
  await page.locator(part('chips__chip')).first().waitFor();
  await page.locator('[class*="--payment--"], notice').first().waitFor();
  await free(page);
};

/** Reaches the state; the place of the two taps is an element, or a point of the screen. */
const REACH: Record<Case, (page: Page) => Promise<Locator | [x: number, y: number]>> = {
  'the filter button': (page) => Promise.resolve(page.locator(part('search__filter')).first()),
  'a month header': (page) => Promise.resolve(page.locator('month-section [role=button]').first()),
  'the apply button': async (page) => (await openFilters(page), apply(page)),
  'the shade above the search field': async (page) => {
    const field = (await page.locator('search-bar input').boundingBox())!;
    await openFilters(page);
    return [field.x + field.width / 2, field.y + field.height / 2];
  },
  'a month of the sheet': async (page) => (
    await openMonths(page),
    page.locator(part('months__item')).first()
  ),
  'the close button of the sheet': async (page) => (
    await openMonths(page),
    page.locator(part('months__close'))
  ),
  'the only chip': async (page) => (
    await filterBy(page, 1),
    page.locator(part('chips__chip')).first()
  ),
  'the first of three chips': async (page) => (
    await filterBy(page, 0, 1, 2),
    page.locator(part('chips__chip')).first()
  ),
  'the button of an empty list': async (page) => {
    await page.getByText('待支付').first().tap();
    await openFilters(page);
    await page.locator('[role=radiogroup]').first().locator('[role=radio]').nth(2).tap();
    await apply(page).tap();
    const button = page.locator(part('notice__action'));
    await button.waitFor();
    await free(page);
    return button;
  },
};

/** Waits until the first tap has had its effect, which is not a matter of time. */
const EFFECT: Record<Case, string> = {
  'the filter button': `document.querySelector('[role=dialog]')`,
  'a month header': `document.querySelector('[role=dialog]')`,
  'the apply button': `!document.querySelector('[role=dialog]')`,
  'the shade above the search field': `!document.querySelector('[role=dialog]')`,
  'a month of the sheet': `!document.querySelector('[role=dialog]')`,
  'the close button of the sheet': `!document.querySelector('[role=dialog]')`,
  'the only chip': `!document.querySelector('filter-chips')`,
  'the first of three chips': `document.querySelectorAll("[class*='chips__chip']").length === 2`,
  'the button of an empty list': `!document.querySelector("[class*='notice__action']")`,
};

const middleOf = async (place: Locator | [number, number]): Promise<[number, number]> => {
  if (Array.isArray(place)) return place;
  const { x, y, width, height } = (await place.boundingBox())!;
  return [x + width / 2, y + height / 2];
};

const STATE = `({
  sheets: document.querySelectorAll('[role=dialog]').length,
  focus: document.activeElement.tagName,
  page: [...document.querySelectorAll('payment-detail')].length ? 'detail' : 'list',
  chips: [...document.querySelectorAll("[class*='chips__chip']")].map((chip) => chip.textContent),
})`;

const tapTwice = async (page: Page, name: Case): Promise<Tapped> => {
  const [x, y] = await middleOf(await REACH[name](page));
  // A guard lasts as long as its animation: none ends on a busy machine before the second tap.
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Animation.enable');
  await cdp.send('Animation.setPlaybackRate', { playbackRate: 0 });
  await page.touchscreen.tap(x, y);
  await page.waitForFunction(EFFECT[name]);
  await page.touchscreen.tap(x, y);
  await cdp.send('Animation.setPlaybackRate', { playbackRate: 1 });
  await cdp.detach();
  // Whatever the second tap started has had time when the next guard has ended.
  await free(page);
  await page.waitForTimeout(300);
  return page.evaluate<Tapped>(STATE);
};

const main = async (): Promise<void> => {
  const browser = await launchBrowser();
  const stage = await startStage({ dist: DIST, now: NOW, ports: ANY_PORTS });
  try {
    await prepare(stage.sandbox?.url ?? '', 'full');
    const entry = '/pages/payments/payments';
    const tapped: Partial<Record<Case, Tapped>> = {};
    for (const name of CASES) {
      const page = await browser.newPage({
        viewport: { width: 390, height: 844 },
        hasTouch: true,
      });
      await page.goto(`${stage.previewUrl}/device?${new URLSearchParams({ entry }).toString()}`);
      await page.locator(part('--row--live')).first().waitFor();
      await free(page);
      tapped[name] = await tapTwice(page, name);
      await page.close();
    }
    process.send?.(tapped);
  } finally {
    await stage.close();
    await browser.close();
  }
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
