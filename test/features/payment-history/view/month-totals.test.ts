import { createHistoryList } from '../../../../miniprogram/features/payment-history/history-list';
import {
  ORDER_TRAITS,
  orderSource,
} from '../../../../miniprogram/features/payment-history/query/order-source';
import { createPaging } from '../../../../miniprogram/state/paging/paging';
import { textsIn } from '../../../../miniprogram/texts/texts';
import { startWithOrders } from '../../../services/support/sandbox';
import { NOW } from '../../support/order';

const ORDERS = 5000;
const HEIGHTS = { row: 76, header: 44 };

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

/** What a month's header must say, from the database's own sum. */
const header = ({ payments, net, partial, yuan: inYuan }: Row, isComplete: boolean) => {
  const counted = isComplete ? `${payments} 笔` : `已加载 ${payments} 笔`;
  if (inYuan === 0) return counted;
  const label = isComplete ? (partial ? '实付不超过 ' : '实付 ') : partial ? '不超过 ' : '';
  return `${counted} · ${label}${yuan(net)}`;
};

test('headers of months equal the sums of the database, while loading and at the end', async () => {
  const { sandbox, orders } = await startWithOrders({ count: ORDERS }, { perMinute: Infinity });
  /** By SQL alone: Beijing's calendar is the zone's fixed eight hours. */
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

  const list = createHistoryList(textsIn('zh-CN'), HEIGHTS);
  const paging = createPaging({ ...ORDER_TRAITS, sources: [orderSource(orders)] });
  /** Every header, read by scrolling over the whole list. */
  const headers = () => {
    const { items, isLast } = paging.state;
    const seen = new Map<string, string>();
    list.update({ orders: items, isLast, now: NOW }, null);
    for (let top = 0; top < list.view.height; top += 800) {
      list.move({ top, height: 844 });
      list.update({ orders: items, isLast, now: NOW }, null);
      for (const { rows } of list.view.slots)
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
