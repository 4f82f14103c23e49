import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { SCREENS } from './conditions';
import { takeGalleryPictures } from './gallery/pictures';
import { DIST, ROOT } from './paths';
import { ADDED, PICTURES } from './pictures';
import { ANY_PORTS, startStage } from './stage';
import { takePicture } from './take-picture';

const FOLDER = path.join(ROOT, 'docs/screenshots');

/** A fixed moment, so that a picture changes only when the product does. */
const NOW = Date.parse('2026-11-23T16:00:00+08:00');

const post = async (url: string, body: object): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
};

const settled = async (page: Page): Promise<void> => {
  const device = page.frameLocator('#device');
  await device.locator('payment-chunk, notice').first().waitFor();
  await device.locator('body').evaluate('document.fonts.ready.then(() => true)');
};

const takePictures = async (browser: Browser): Promise<void> => {
  const stage = await startStage({ dist: DIST, now: NOW, ports: ANY_PORTS });
  try {
    for (const { name, conditions, orders, fault, only, act } of PICTURES) {
      await post(`${stage.sandbox?.url}/sandbox/reset`, { count: orders });
      for (const { days, order } of orders > 0 ? ADDED : []) {
        const created_at = NOW / 1000 - days * 86_400;
        await post(`${stage.sandbox?.url}/sandbox/orders`, { created_at, ...order });
      }
      if (only) {
        const { hours = 72, ...order } = only;
        const created_at = NOW / 1000 - hours * 3600;
        await post(`${stage.sandbox?.url}/sandbox/orders`, { created_at, ...order });
      }
      if (fault) {
        const match = { path: '/hserve/*/idp/pay/order/' };
        await post(`${stage.sandbox?.url}/sandbox/faults`, { ...fault, match });
      }
      const { width, height } = SCREENS[conditions.screen ?? 'phone'];
      const viewport = { width, height };
      const page = await browser.newPage({ viewport, deviceScaleFactor: 2 });
      const address = new URLSearchParams();
      for (const [key, value] of Object.entries(conditions)) address.set(key, String(value));
      await page.goto(`${stage.previewUrl}/?${address.toString()}`);
      await settled(page);
      await act?.(page.frameLocator('#device'), page);
      // A page that shows kept payments refreshes them.
      await page.waitForLoadState('networkidle');
      await takePicture(page, path.join(FOLDER, `${name}.webp`));
      await page.close();
    }
  } finally {
    await stage.close();
  }
};

/** `npm run screenshots` takes all pictures, `npm run screenshots -- gallery` those of the gallery only. */
const main = async (): Promise<void> => {
  await mkdir(FOLDER, { recursive: true });
  const browser = await launchBrowser();
  try {
    if (process.argv[2] !== 'gallery') await takePictures(browser);
    await takeGalleryPictures(browser, FOLDER);
  } finally {
    await browser.close();
  }
};

void main();
