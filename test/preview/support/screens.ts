import type { Page } from 'playwright-core';

/** The fixed time of the clocks, at which the pending payment can be continued. */
export const NOW = Date.parse('2026-11-23T16:00:00+08:00');

const HISTORY = '/pages/payments/payments';
const STATISTICS = '/pages/statistics/statistics';
const paymentPage = (number: string) => `/pages/payment/payment?transaction_no=${number}`;

/** A screen and the actions that open it. */
export interface Screen {
  name: string;
  /** Address of the first page. */
  entry: string;
  reach: (page: Page) => Promise<void>;
  /** Selector of the judged part. @default the whole page */
  part?: string;
}

/** Selects by a component's class, which has a prefix in the preview. */
const part = (name: string) => `[class*='${name}']`;

const rows = (page: Page) => page.locator('[class*="--payment--"]').first().waitFor();

const openSheet = async (page: Page): Promise<void> => {
  await rows(page);
  await page.locator(part('search__filter')).click();
  await page.locator('[role=dialog]').waitFor();
};

const openMonths = async (page: Page): Promise<void> => {
  await rows(page);
  await page.locator('month-section').first().locator('[role=button]').click();
  await page.locator('[role=dialog]').waitFor();
};

const filter = async (page: Page): Promise<void> => {
  await openSheet(page);
  await page.locator('[role=radiogroup]').nth(1).locator('[role=radio]').nth(1).click();
  await page.locator(part('sheet__button--apply')).click();
  await page.locator('filter-chips').waitFor();
  await page.locator('[class*="--payment--"], notice').first().waitFor();
};

const search = async (page: Page): Promise<void> => {
  await rows(page);
  await page.locator('input').fill('咖啡');
  await page.locator('input').press('Enter');
  await page.locator(part('find__note')).waitFor();
};

/** States of the sandbox. */
export const SCENES = ['full', 'empty', 'failing', 'slow'] as const;

type Scene = (typeof SCENES)[number];

/** The judged screens of each scene; `numbers` are the transaction numbers of payments to open. */
export const screensOf = (numbers: Record<string, string>): Record<Scene, readonly Screen[]> => ({
  full: [
    { name: 'list', entry: HISTORY, reach: rows },
    { name: 'filter sheet', entry: HISTORY, reach: openSheet, part: 'filter-sheet' },
    { name: 'month sheet', entry: HISTORY, reach: openMonths, part: 'month-sheet' },
    { name: 'filtered', entry: HISTORY, reach: filter, part: 'find-bar' },
    { name: 'search', entry: HISTORY, reach: search },
    {
      name: 'statistics',
      entry: STATISTICS,
      reach: (page: Page) => page.locator('statistics-card').first().waitFor(),
    },
    ...Object.entries(numbers).map(([name, number]) => ({
      name: `detail ${name}`,
      entry: paymentPage(number),
      reach: (page: Page) => page.locator('fact-list').waitFor(),
    })),
    {
      name: 'detail not found',
      entry: paymentPage('none'),
      reach: (page) => page.locator(part('notice__title')).waitFor(),
    },
  ],
  empty: [
    {
      name: 'empty',
      entry: HISTORY,
      reach: (page) => page.locator(part('notice__mark--empty')).waitFor(),
    },
  ],
  slow: [
    {
      name: 'way to a month',
      entry: `${HISTORY}?month=2020-1`,
      reach: (page) => page.locator(part('jump__length')).waitFor(),
      part: 'month-sheet',
    },
  ],
  failing: [
    {
      name: 'error',
      entry: HISTORY,
      reach: (page) => page.locator(part('notice__mark--error')).waitFor(),
    },
  ],
});

const post = async <T>(url: string, body: object): Promise<T> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
};

const addOrder = async (sandbox: string, hours: number, order: object): Promise<string> => {
  const created_at = NOW / 1000 - hours * 3600;
  const { transaction_no } = await post<{ transaction_no: string }>(`${sandbox}/sandbox/orders`, {
    created_at,
    ...order,
  });
  return transaction_no;
};

/** Prepares the sandbox for a scene with every badge; resolves with the numbers of payments to open. */
export const prepare = async (sandbox: string, scene: Scene): Promise<Record<string, string>> => {
  await post(`${sandbox}/sandbox/reset`, { count: scene === 'empty' ? 0 : 300 });
  if (scene === 'failing') {
    const match = { path: '/hserve/*/idp/pay/order/' };
    await post(`${sandbox}/sandbox/faults`, { kind: 'status', status: 500, match });
  }
  if (scene === 'slow') {
    const match = { path: '/hserve/*/idp/pay/order/', minOffset: 150 };
    await post(`${sandbox}/sandbox/faults`, { kind: 'stall', match });
  }
  if (scene !== 'full') return {};
  await addOrder(sandbox, 2, { status: 'failed', gateway_type: 'qpay' });
  await addOrder(sandbox, 1.5, { refund_status: 'complete' });
  await addOrder(sandbox, 1, { refund_status: 'failed' });
  return {
    partial: await addOrder(sandbox, 0.5, { refund_status: 'partial', gateway_type: 'alipay' }),
    pending: await addOrder(sandbox, 0.2, { status: 'pending', paid_at: null }),
  };
};
