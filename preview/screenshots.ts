import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { takeGalleryPictures } from './gallery/pictures';
import { DIST, ROOT } from './paths';
import { ANY_PORTS, startStage } from './stage';

const FOLDER = path.join(ROOT, 'docs/screenshots');
const PHONE = { width: 390, height: 844 };
const THEMES = ['light', 'dark'] as const;

/** A picture that docs/ shows. */
interface Picture {
  name: string;
  theme: (typeof THEMES)[number];
  /** How many payments there are. */
  orders: number;
  fault?: object;
  /** The one payment there is. */
  only?: object;
  /** What a person did. */
  act?: (device: FrameLocator) => Promise<void>;
}

/** Three days before the fixed moment, unless told. */
const DETAILS: Record<string, object> = {
  paid: { merchandise_description: '手冲咖啡课程', total_fen: 39_800 },
  pending: {
    merchandise_description: '滤纸 V60-02 100 张',
    total_fen: 1_840,
    status: 'pending',
    paid_at: null,
    hours: 0.2,
  },
  'partial-refund': {
    merchandise_description: '便携磨豆机',
    total_fen: 32_900,
    refund_status: 'partial',
    gateway_type: 'alipay',
    merchandise_snapshot: { title: '便携磨豆机', color: '曜石黑' },
  },
  'failed-refund': {
    merchandise_description: '民宿两晚 莫干山',
    total_fen: 128_000,
    refund_status: 'failed',
  },
};

const openFirst = async (device: FrameLocator): Promise<void> => {
  await device.locator('payment-row').first().click();
  await device.locator('fact-list').waitFor();
};

const openFilters = async (device: FrameLocator): Promise<void> => {
  await device.getByText('筛选', { exact: true }).click();
  const sheet = device.locator('filter-sheet');
  await sheet.getByText('部分退款', { exact: true }).click();
  await sheet.getByText('支付宝', { exact: true }).click();
};

const applyFilters = async (device: FrameLocator): Promise<void> => {
  await openFilters(device);
  await device.getByText('确定', { exact: true }).click();
  await device.locator('payment-chunk').first().waitFor();
};

const searchText = async (device: FrameLocator): Promise<void> => {
  await device.locator('input').fill('咖啡');
  await device.locator('input').press('Enter');
  await device.getByText('继续往前找').waitFor();
};

const PICTURES: readonly Picture[] = [
  { name: 'list-light', theme: 'light', orders: 95 },
  { name: 'list-dark', theme: 'dark', orders: 95 },
  { name: 'filter-light', theme: 'light', orders: 95, act: openFilters },
  { name: 'filter-dark', theme: 'dark', orders: 95, act: openFilters },
  { name: 'filtered-light', theme: 'light', orders: 95, act: applyFilters },
  { name: 'search-light', theme: 'light', orders: 400, act: searchText },
  { name: 'search-dark', theme: 'dark', orders: 400, act: searchText },
  { name: 'empty', theme: 'light', orders: 0 },
  { name: 'error', theme: 'light', orders: 95, fault: { kind: 'status', status: 500 } },
  ...Object.entries(DETAILS).flatMap(([name, only]) =>
    THEMES.map((theme) => ({
      name: `detail-${name}-${theme}`,
      theme,
      orders: 0,
      only,
      act: openFirst,
    })),
  ),
];

/** Added to the lists, so that every badge is in the picture; days before the fixed moment. */
const ADDED: { days: number; order: object }[] = [
  {
    days: 2,
    order: {
      merchandise_description: '便携磨豆机',
      total_fen: 32_900,
      refund_status: 'partial',
      gateway_type: 'alipay',
    },
  },
  {
    days: 4,
    order: {
      merchandise_description: '年度会员（续费）',
      total_fen: 36_500,
      refund_status: 'complete',
    },
  },
  {
    days: 6,
    order: {
      merchandise_description: '滤纸 V60-02 100 张',
      total_fen: 1_840,
      refund_status: 'failed',
    },
  },
  {
    days: 8,
    order: {
      merchandise_description: '云南小粒咖啡豆 500g × 2，中深烘焙，手冲与意式均可',
      total_fen: 123_456_789,
      refund_status: 'failed',
    },
  },
  {
    days: 9,
    order: {
      merchandise_description: '门店饮品券',
      total_fen: 9_700,
      status: 'failed',
      gateway_type: 'qpay',
    },
  },
];

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
    for (const { name, theme, orders, fault, only, act } of PICTURES) {
      await post(`${stage.sandbox?.url}/sandbox/reset`, { count: orders });
      for (const { days, order } of orders > 0 ? ADDED : []) {
        const created_at = NOW / 1000 - days * 86_400;
        await post(`${stage.sandbox?.url}/sandbox/orders`, { created_at, ...order });
      }
      if (only) {
        const { hours = 72, ...order } = only as { hours?: number };
        const created_at = NOW / 1000 - hours * 3600;
        await post(`${stage.sandbox?.url}/sandbox/orders`, { created_at, ...order });
      }
      if (fault) {
        const match = { path: '/hserve/*/idp/pay/order/' };
        await post(`${stage.sandbox?.url}/sandbox/faults`, { ...fault, match });
      }
      const page = await browser.newPage({ viewport: PHONE, deviceScaleFactor: 2 });
      await page.goto(`${stage.previewUrl}/?theme=${theme}`);
      await settled(page);
      await act?.(page.frameLocator('#device'));
      // A page may ask anew for what it shows already.
      await page.waitForLoadState('networkidle');
      await writeFile(path.join(FOLDER, `${name}.png`), await page.screenshot());
      await page.close();
    }
  } finally {
    await stage.close();
  }
};

/** Takes every picture anew: `npm run screenshots`; with `-- gallery` those of the gallery only. */
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
