import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { DIST, ROOT } from './paths';
import { startStage } from './stage';

const FOLDER = path.join(ROOT, 'docs/screenshots');
const PHONE = { width: 390, height: 844 };

/** The pictures that docs/ shows: what the sandbox does, and in which theme it is seen. */
const PICTURES: { name: string; theme: 'light' | 'dark'; orders: number; fault?: object }[] = [
  { name: 'list-light', theme: 'light', orders: 95 },
  { name: 'list-dark', theme: 'dark', orders: 95 },
  { name: 'empty', theme: 'light', orders: 0 },
  { name: 'error', theme: 'light', orders: 95, fault: { kind: 'status', status: 500 } },
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
  await device.locator('payment-list, notice').first().waitFor();
  await device.locator('body').evaluate('document.fonts.ready.then(() => true)');
};

/** Takes every picture anew: `npm run screenshots`. */
const main = async (): Promise<void> => {
  await mkdir(FOLDER, { recursive: true });
  const ports = { preview: 0, sandbox: 0, automator: 0 };
  const stage = await startStage({ dist: DIST, now: NOW, ports });
  const browser = await launchBrowser();
  try {
    for (const { name, theme, orders, fault } of PICTURES) {
      await post(`${stage.sandbox?.url}/sandbox/reset`, { count: orders });
      for (const { days, order } of orders > 0 ? ADDED : []) {
        const created_at = NOW / 1000 - days * 86_400;
        await post(`${stage.sandbox?.url}/sandbox/orders`, { created_at, ...order });
      }
      if (fault) {
        const match = { path: '/hserve/*/idp/pay/order/' };
        await post(`${stage.sandbox?.url}/sandbox/faults`, { ...fault, match });
      }
      const page = await browser.newPage({ viewport: PHONE, deviceScaleFactor: 2 });
      await page.goto(`${stage.previewUrl}/?theme=${theme}`);
      await settled(page);
      await writeFile(path.join(FOLDER, `${name}.png`), await page.screenshot());
      await page.close();
    }
  } finally {
    await browser.close();
    await stage.close();
  }
};

void main();
