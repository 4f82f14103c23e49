import { createLayOut } from '../../../../miniprogram/features/payment-history/list-layout';
import { ORDER_TRAITS, orderSource } from '../../../../miniprogram/features/shared/order-source';
import { rowsView } from '../../../../miniprogram/features/payment-history/view/visible-rows';
import { createPaging } from '../../../../miniprogram/state/paging/paging';
import { textsIn } from '../../../../miniprogram/texts/texts';
import { startWithOrders } from '../../../services/support/sandbox';
import { HEIGHTS, historyState } from '../../support/history-state';

const ORDERS = 5000;

interface Row {
  month: string;
  payments: number;
  /** In fen. */
  net: number;
  partial: number;
  yuan: number;
}

const yuan = (fen: number) =>
  `¥${(fen / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** The header of a month, from the sum of the database. */
const header = ({ payments, net, partial, yuan: inYuan }: Row, isComplete: boolean) => {
  const counted = isComplete ? `${payments} 笔` : `已加载 ${payments} 笔`;
  if (inYuan === 0) return counted;
  const label = isComplete ? (partial ? '支出不超过 ' : '支出 ') : partial ? '不超过 ' : '';
  return `${counted} · ${label}${yuan(net)}`;
};

test('headers of months equal the sums of the database, while loading and at the end', async () => {
  const { sandbox, orders } = await startWithOrders({ count: ORDERS }, { perMinute: Infinity });
  /** By SQL alone: Beijing is eight hours ahead of UTC all year. */
  const sums = (newest: number) =>
    sandbox.query<Row>(
      `SELECT strftime('%Y-%m', created_at + 28800, 'unixepoch') AS month,
              count(*) AS payments,
              sum(CASE WHEN currency_type = 'CNY' THEN 1 ELSE 0 END) AS yuan,
              sum(CASE WHEN is_paid AND refund <> 'complete' AND currency_type = 'CNY' THEN total_fen ELSE 0 END) AS net,
              sum(CASE WHEN is_paid AND refund = 'partial' AND currency_type = 'CNY' THEN 1 ELSE 0 END) AS partial
       FROM (SELECT *, status IN ('success', 'complete', 'partial') AS is_paid,
                    CASE WHEN trim(coalesce(refund_status, '')) <> '' THEN trim(refund_status)
                         WHEN status IN ('complete', 'partial') THEN status
                         ELSE '' END AS refund
             FROM orders WHERE user = 1 ORDER BY created_at DESC, id DESC LIMIT ${newest})
       GROUP BY month ORDER BY month DESC`,
    );

  const texts = textsIn('zh-CN');
  const layOut = createLayOut(texts);
  const paging = createPaging({ ...ORDER_TRAITS, sources: [orderSource(orders)] });
  /** All headers, read by scrolling over the whole list. */
  const headers = () => {
    const { items, isLast: reachesEnd } = paging.state;
    const list = layOut(items, HEIGHTS);
    const seen = new Map<string, string>();
    for (let top = 0; top < list.outline.height; top += 800) {
      const viewport = { top, height: 844 };
      const { slots } = rowsView(historyState([], { list, viewport }, { reachesEnd }), texts);
      for (const { rows } of slots)
        for (const { month } of rows) if (month) seen.set(month.title, month.count);
    }
    return [...seen.values()];
  };

  await paging.refresh();
  while (paging.state.phase === 'ready' && !paging.state.isLast) {
    await paging.loadMore(2);
    const { items, isLast } = paging.state;
    const stored = sums(items.length);
    expect(headers()).toEqual(
      stored.map((row, nth) => header(row, isLast || nth < stored.length - 1)),
    );
  }
  expect(paging.state.items).toHaveLength(ORDERS);
  paging.dispose();
  await sandbox.close();
});
