import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../preview/browser';
import { DIST } from '../../../preview/paths';
import { ANY_PORTS, startStage } from '../../../preview/stage';
import { NOW, prepare } from './screens';

/** What is seen of the page of a payment of a million. */
export interface SeenPayment {
  /** Lines of the amount. */
  amountLines: number;
  /** The amount is on the screen from its first to its last digit. */
  isWhole: boolean;
  /** Buttons that copy, and those of them below their value. */
  copies: number;
  copiesBelow: number;
  /** Labels with more than one line. */
  brokenLabels: string[];
}

/** What is seen on narrow screens. */
export interface Narrow {
  payments: Record<string, SeenPayment>;
  /** By the width of the screen: the selected tab is on the screen. */
  tabs: Record<string, boolean>;
}

const WIDTHS = [280, 320];

const SEEN = `(() => {
  const all = (name) => [...document.querySelectorAll("[class*='" + name + "']")];
  const box = (element) => element.getBoundingClientRect();
  const rangeOf = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range;
  };
  const linesOf = (element) => new Set([...rangeOf(element).getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
  const amount = rangeOf(all('--summary__amount')[0]).getBoundingClientRect();
  const copies = all('--facts__copy');
  return {
    amountLines: linesOf(all('--summary__digits')[0]),
    isWhole: amount.left >= 0 && amount.right <= innerWidth,
    copies: copies.length,
    copiesBelow: copies.filter((copy) => box(copy).top >= box(copy.previousElementSibling).bottom).length,
    brokenLabels: all('--facts__label').filter((label) => linesOf(label) > 1).map((label) => label.textContent),
  };
})()`;

const open = async (
  browser: Browser,
  url: string,
  width: number,
  entry: string,
  conditions: object,
): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width, height: 653 }, hasTouch: true });
  const address = new URLSearchParams({ entry, conditions: JSON.stringify(conditions) });
  await page.goto(`${url}/device?${address.toString()}`);
  return page;
};

const look = async (browser: Browser, url: string, sandbox: string): Promise<Narrow> => {
  const payments: Narrow['payments'] = {};
  const tabs: Narrow['tabs'] = {};
  await prepare(sandbox, 'empty');
  for (const currency of ['CNY', 'USD']) {
    const wire = { currency_type: currency };
    const order = { total_fen: 123_456_789, wire, created_at: NOW / 1000 - 60 };
    const body = JSON.stringify(order);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${sandbox}/sandbox/orders`, { method: 'POST', headers, body });
    const { transaction_no } = (await answer.json()) as { transaction_no: string };
    for (const language of ['zh_CN', 'en'])
      for (const width of WIDTHS) {
        const entry = `/pages/payment/payment?transaction_no=${transaction_no}`;
        const page = await open(browser, url, width, entry, { language });
        await page.locator('fact-list').waitFor();
        await page.evaluate('document.fonts.ready.then(() => true)');
        payments[`${currency}, ${language}, ${width} px`] = await page.evaluate<SeenPayment>(SEEN);
        await page.close();
      }
  }
  for (const width of WIDTHS) {
    const conditions = { language: 'en', textSize: 1.5 };
    const page = await open(
      browser,
      url,
      width,
      '/pages/payments/payments?tab=refunded',
      conditions,
    );
    const tab = page.locator('[role=tab][aria-selected=true]');
    await tab.waitFor();
    await page.locator('notice').first().waitFor();
    const { x, width: own } = (await tab.boundingBox())!;
    tabs[`${width} px`] = x >= 0 && x + own <= width;
    await page.close();
  }
  return { payments, tabs };
};

const main = async (): Promise<void> => {
  const browser = await launchBrowser();
  const stage = await startStage({ dist: DIST, now: NOW, ports: ANY_PORTS });
  try {
    process.send?.(await look(browser, stage.previewUrl, stage.sandbox?.url ?? ''));
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
