import { createFinder } from '../../../../miniprogram/features/payment-history/query/finder';
import { NO_FILTER } from '../../../../miniprogram/features/payment-history/query/filter';
import { createLayOut } from '../../../../miniprogram/features/payment-history/list-layout';
import { sumLine } from '../../../../miniprogram/features/payment-history/view/sum-line';
import type { Order } from '../../../../miniprogram/domain/order';
import { formatFen } from '../../../../miniprogram/domain/money';
import { ORDER_TRAITS, orderSource } from '../../../../miniprogram/features/shared/order-source';
import type { ListedOrder } from '../../../../miniprogram/features/shared/row-model';
import { createPaging } from '../../../../miniprogram/state/paging/paging';
import type { PagingState } from '../../../../miniprogram/state/paging/paging-state';
import { textsIn, type Language } from '../../../../miniprogram/texts/texts';
import { startWithOrders } from '../../../services/support/sandbox';
import { HEIGHTS, historyState } from '../../support/history-state';
import { order } from '../../support/order';

/** The line above these payments. */
function line(
  orders: readonly ListedOrder[],
  paging: Partial<PagingState<Order>> = { reachesEnd: true, isLast: true },
  { isPart = false, language = 'zh-CN' }: { isPart?: boolean; language?: Language } = {},
) {
  const texts = textsIn(language);
  const list = createLayOut(texts)(orders, HEIGHTS);
  return sumLine(historyState([], { list, isPart }, paging), texts);
}

const PAID = [
  order({ key: 'a', amountFen: 1_000 }),
  order({ key: 'b', amountFen: 500, refund: 'partial', refundFen: 200 }),
  order({ key: 'c', amountFen: 700, refund: 'complete' }),
  order({ key: 'd', amountFen: 9_900, status: 'pending' }),
];

describe('the sum of what is shown', () => {
  it('has the number of payments, and what was paid without what was refunded', () => {
    expect(line(PAID)).toBe('4 笔 · 支出 ¥13.00');
    expect(line(PAID, undefined, { language: 'en' })).toBe('4 payments · ¥13.00');
  });

  it('never adds currencies together', () => {
    const dollars = order({ key: 'e', amountFen: 700, currency: 'USD' });
    expect(line([...PAID, dollars])).toBe('5 笔 · 支出 ¥13.00 · 支出 USD 7.00');
  });

  it('says that it is of a part while pages remain', () => {
    const more = { reachesEnd: false, isLast: false };
    expect(line(PAID, more)).toBe('已加载 4 笔 · 其中支出 ¥13.00');
    expect(line(PAID, more, { language: 'en' })).toBe('4 loaded · Spent ¥13.00');
  });

  it('leaves the number to a search, which says it above', () => {
    const unclear = order({ key: 'e', amountFen: 100, refund: 'partial' });
    for (const isLast of [true, false]) {
      const paging = { reachesEnd: isLast, isLast };
      const part = { isPart: true } as const;
      expect(line(PAID, paging, part)).toBe('其中支出 ¥13.00');
      expect(line([...PAID, unclear], paging, part)).toBe('其中支出不超过 ¥14.00');
      expect(line([...PAID, unclear], paging, { ...part, language: 'en' })).toBe(
        'Spent at most ¥14.00',
      );
      expect(line([order({ status: 'pending' })], paging, part)).toBe('');
    }
  });

  it('says that it is a bound, and how many payments it leaves out', () => {
    const unclear = order({ key: 'e', amountFen: 100, refund: 'partial' });
    const unknown = order({ key: 'f', amountFen: null });
    expect(line([unclear, unknown])).toBe('2 笔 · 支出不超过 ¥1.00 · 另有 1 笔金额未知，未计入');
  });

  it('has no sum where nothing was paid, and is empty without payments', () => {
    expect(line([order({ status: 'pending' })])).toBe('1 笔');
    expect(line([])).toBe('');
  });
});

/** Orders in other currencies with every refund state. */
const foreign = Array.from({ length: 150 }, (_, nth) => ({
  currency_type: ['USD', 'HKD', 'EUR'][nth % 3],
  total_fen: 1_000 + nth * 37,
  refund_status: [null, 'partial', 'complete', 'failed'][nth % 4],
  status: nth % 11 === 0 ? 'pending' : 'success',
}));

const PAYMENTS = `
  SELECT currency_type AS currency, total_fen AS amount, merchandise_description AS description,
         status IN ('success', 'complete', 'partial') AS is_paid,
         CASE WHEN trim(coalesce(refund_status, '')) <> '' THEN trim(refund_status)
              WHEN status IN ('complete', 'partial') THEN status ELSE '' END AS refund
  FROM orders WHERE user = 1`;
const sumsWhere = (condition: string) => `
  SELECT currency, sum(CASE WHEN refund = 'complete' THEN 0 ELSE amount END) AS net,
         max(refund NOT IN ('', 'complete', 'failed')) AS is_bound, count(*) AS payments
  FROM (${PAYMENTS}) WHERE is_paid AND ${condition}
  GROUP BY currency ORDER BY currency <> 'CNY', payments DESC`;

interface Row {
  currency: string;
  net: number;
  is_bound: number;
}

test('the sums of filters over 5,000 payments in four currencies equal those of the database', async () => {
  const { sandbox, orders } = await startWithOrders({ count: 4850 }, { perMinute: Infinity });
  for (const body of foreign) {
    await fetch(`${sandbox.url}/sandbox/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }
  const paging = createPaging({ ...ORDER_TRAITS, sources: [orderSource(orders)] });
  await paging.refresh();
  while (!paging.state.isLast) await paging.loadMore(4);
  expect(paging.state.items).toHaveLength(5000);
  const texts = textsIn('zh-CN');
  const nowhere = { orders: { get: () => Promise.reject(new Error()) } };
  const finder = createFinder(NO_FILTER, { ...nowhere, orderCache: { find: () => null } }, texts);
  const read = (condition: string) => {
    const list = createLayOut(texts)(finder.select(paging.state.items), HEIGHTS);
    const facts = historyState([], { list, isPart: finder.isPart, paging: paging.state });
    const stored = sandbox.query<Row>(sumsWhere(condition)).map(({ currency, net, is_bound }) => {
      const amount = formatFen(net, currency);
      return is_bound ? `支出不超过 ${amount}` : `支出 ${amount}`;
    });
    expect(stored.length).toBeGreaterThan(0);
    const start = finder.isPart ? '其中' : '5000 笔 · ';
    expect(sumLine(facts, texts)).toBe(start + stored.join(' · '));
  };
  read('true');
  const from = { choices: {}, amount: { fromFen: 2_000, toFen: 50_000 } };
  finder.handle({ what: 'apply', ...from }, []);
  read(`currency = 'CNY' AND amount BETWEEN 2000 AND 50000`);
  finder.handle({ what: 'search', text: '咖啡' }, []);
  read(`currency = 'CNY' AND amount BETWEEN 2000 AND 50000 AND description LIKE '%咖啡%'`);
  finder.handle({ what: 'clear' }, []);
  read(`description LIKE '%咖啡%'`);
  paging.dispose();
  await sandbox.close();
});
