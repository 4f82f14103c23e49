import type { Detail } from '../../testing/detail';
import type { History } from '../e2e/support/history';
import { NOW, type Stage } from '../e2e/support/stage';
import { until } from '../../testing/until';

const SECOND = Date.parse(NOW) / 1000;

/** Opens the page of a paid payment from the list. */
export async function openPayment(stage: Stage, history: History, detail: Detail): Promise<void> {
  await stage.sandbox.reset({ count: 0 });
  const { transaction_no } = await stage.sandbox.addOrder({ created_at: SECOND });
  await history.open();
  await history.tapInRow(transaction_no, '.row');
  await until('the payment', async () => (await detail.phase()) === 'ready');
  expect(await detail.badges()).toEqual(['已支付']);
}

/** Asks for an invoice of a paid payment: the page shows the number that its handler receives. */
export async function askForInvoice(stage: Stage, history: History, detail: Detail): Promise<void> {
  await openPayment(stage, history, detail);
  const page = await stage.miniProgram.currentPage();
  const button = await (await page?.$('#detail'))?.$('.detail__action--invoice');
  await button?.tap();
  await until('the number', async () => (await page?.$('.invoiced')) != null);
  expect(await (await page?.$('.invoiced'))?.text()).toMatch(/^申请开票：\w+$/);
}

/** Pays a pending payment of the list. */
export async function continuePayment(stage: Stage, history: History): Promise<void> {
  await stage.sandbox.reset({ count: 0 });
  const { transaction_no } = await stage.sandbox.addOrder({
    status: 'pending',
    paid_at: null,
    created_at: SECOND - 600,
  });
  await stage.setConditions({ payment: 'paid' });
  await history.open();
  await history.tapInRow(transaction_no, '.pay');
  await until('the paid status', async () => (await history.rows())[0]?.status === '已支付');
}
