import type { FrameLocator, Page } from 'playwright-core';
import type { Conditions } from './conditions';

/** An order of the sandbox, and its age in hours at the fixed moment. @default 72 hours */
type Payment = Record<string, unknown> & { hours?: number };

/** A picture that docs/ shows. */
export interface Picture {
  name: string;
  /** Conditions that differ from INITIAL_CONDITIONS. */
  conditions: Partial<Conditions>;
  /** Number of payments. */
  orders: number;
  fault?: object;
  /** The only payment. */
  only?: Payment;
  /** Actions before the picture. */
  act?: (device: FrameLocator, page: Page) => Promise<void>;
}

/** Epoch seconds, two days before the fixed moment. */
const REFUNDED = Date.parse('2026-11-21T16:00:00+08:00') / 1000;

const DETAILS = {
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
    refunds: [
      { amount_fen: 5_000, status: 'success', time: REFUNDED, account: '支付宝余额' },
      { amount_fen: 2_000, status: 'processing', time: REFUNDED + 86_400, account: '支付宝余额' },
    ],
    gateway_type: 'alipay',
    merchandise_snapshot: { title: '便携磨豆机', color: '曜石黑' },
  },
  'failed-refund': {
    merchandise_description: '民宿两晚 莫干山',
    total_fen: 128_000,
    refund_status: 'failed',
  },
} satisfies Record<string, Payment>;

const openFirst = async (device: FrameLocator): Promise<void> => {
  await device.locator('[class*="--payment--"]').first().click();
  await device.locator('fact-list').waitFor();
};

const openFilters = async (device: FrameLocator): Promise<void> => {
  await device.locator('[class*=search__filter]').click();
  const questions = device.locator('filter-sheet [role=radiogroup]');
  for (const question of [0, 1]) {
    await questions.nth(question).locator('[role=radio]').nth(2).click();
  }
};

const openMonths = async (device: FrameLocator): Promise<void> => {
  await device.locator('month-section [role=button]').first().click();
  await device.locator('month-sheet [role=radio]').first().waitFor();
};

/** Fills the fields for amounts and applies them. */
const applyAmounts = async (device: FrameLocator): Promise<void> => {
  await device.locator('[class*=search__filter]').click();
  const fields = device.locator('filter-sheet input');
  await fields.first().fill('20');
  await fields.last().fill('50');
  await device.getByText('确定', { exact: true }).click();
  await device.locator('[class*=find__sum]').waitFor();
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

/** Opens the mini program a second time, without a network. */
const comeBackOffline = async (device: FrameLocator, page: Page): Promise<void> => {
  await page.goto(`${page.url()}&network=none`);
  await device.locator('[class*=offline__text]').waitFor();
  await device.locator('payment-chunk').first().waitFor();
};

const openStatistics = async (device: FrameLocator): Promise<void> => {
  await device.locator('[class*="statistics"]').first().click();
  // A whole year: the one before this year.
  await device.locator('payment-statistics [role=tab]').nth(2).click();
  await device.locator('statistics-card [role=button]').nth(11).waitFor();
};

const exportYear = async (device: FrameLocator): Promise<void> => {
  await openStatistics(device);
  await device.locator('[class*=export__button]').click();
  await device.locator('[class*=export__button--made]').scrollIntoViewIfNeeded();
};

const THEMES = ['light', 'dark'] as const;
const large = { textSize: 1.75 };
const english = { language: 'en' } as const;
const turned = { screen: 'landscape' } as const;
const pad = { screen: 'pad' } as const;

const many = (name: string, conditions: Partial<Conditions>, act?: Picture['act']): Picture => ({
  name,
  conditions,
  orders: 95,
  ...(act && { act }),
});

const one = (name: string, conditions: Partial<Conditions>, only: Payment): Picture => ({
  name,
  conditions,
  orders: 0,
  only,
  act: openFirst,
});

/** Every picture of the product. */
export const PICTURES: readonly Picture[] = [
  ...THEMES.flatMap((theme) => [
    many(`list-${theme}`, { theme }),
    many(`filter-${theme}`, { theme }, openFilters),
    { ...many(`months-${theme}`, { theme }, openMonths), orders: 400 },
    { ...many(`search-${theme}`, { theme }, searchText), orders: 400 },
    { ...many(`statistics-${theme}`, { theme }, openStatistics), orders: 400 },
    { ...many(`export-${theme}`, { theme }, exportYear), orders: 400 },
    many(`offline-${theme}`, { theme }, comeBackOffline),
    ...Object.entries(DETAILS).map(([name, only]) =>
      one(`detail-${name}-${theme}`, { theme }, only),
    ),
  ]),
  many('filtered-light', {}, applyFilters),
  many('amounts-dark', { theme: 'dark' }, applyAmounts),
  { ...many('empty', {}), orders: 0 },
  { ...many('error', {}), fault: { kind: 'status', status: 500 } },
  many('list-large-light', large),
  many('list-large-english-dark', { ...large, ...english, theme: 'dark' }),
  many('filter-large-dark', { ...large, theme: 'dark' }, openFilters),
  one('detail-large-dark', { ...large, theme: 'dark' }, DETAILS['partial-refund']),
  many('list-english-light', english),
  many('filter-english-light', english, openFilters),
  one('detail-english-light', english, DETAILS['failed-refund']),
  many('statistics-english-light', english, openStatistics),
  many('statistics-large-english-dark', { ...large, ...english, theme: 'dark' }, openStatistics),
  many('list-landscape-light', turned),
  many('filter-landscape-dark', { ...turned, theme: 'dark' }, openFilters),
  one('detail-landscape-light', turned, DETAILS.pending),
  many('list-pad-light', pad),
  one('detail-pad-dark', { ...pad, theme: 'dark' }, DETAILS['partial-refund']),
];

/** Orders that are added to the lists so that every badge is visible; `days` is the age at the fixed moment. */
export const ADDED: readonly { days: number; order: object }[] = [
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
