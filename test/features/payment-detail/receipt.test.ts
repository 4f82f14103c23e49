import { detailView } from '../../../miniprogram/features/payment-detail/detail-view';
import { receiptOf } from '../../../miniprogram/features/payment-detail/receipt';
import { zhCN } from '../../../miniprogram/texts/zh-cn';
import { order } from '../support/order';

test('a receipt has no separator after a step without a note', () => {
  const refunds = [{ amountFen: 1, at: null, state: 'success', to: '' }] as const;
  const state = { phase: 'ready', order: order({ refunds }), error: null } as const;
  const { payment } = detailView(state, zhCN, 0, 'none');
  const lines = payment ? receiptOf(payment, zhCN).split('\n') : [];
  expect(lines[0]).toBe('支付详情');
  expect(lines).toContain('退款成功 ¥0.01');
  expect(lines.filter((line) => line.endsWith('：'))).toEqual([]);
});
