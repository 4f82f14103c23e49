import {
  cleaned,
  describes,
  findByNumber,
  numberIn,
} from '../../../../miniprogram/features/payment-history/query/search';
import { ApiError } from '../../../../miniprogram/services/api-error';
import { startWithOrders } from '../../../services/support/sandbox';
import { order } from '../../support/order';

describe('a number', () => {
  const number = '1kTbLDhGaVvUCmFCzEzhTg7wQ2rX9yPn';

  it.each([
    ['as it is', number],
    ['with blanks around it', ` ${number}\n`],
    ['with marks without width', `\u200b${number}\ufeff`],
    ['with its label', `订单号：${number}`],
    ['with its label and a blank', `流水号: ${number} `],
  ])('is recognised %s', (_, text) => expect(numberIn(text)).toBe(number));

  it.each(['4200002345202611231234567890', '1234567890', 'WX_2026-11-23_000001'])(
    'is recognised as %s',
    (text) => expect(numberIn(text)).toBe(text),
  );

  it.each([
    '',
    '咖啡',
    '滤纸 V60-02 100 张',
    'V60-02',
    '2026',
    'internationalization',
    'annual membership 2026',
    '手冲咖啡课程1234567890123456',
  ])('is not what %j is', (text) => expect(numberIn(text)).toBeNull());

  it('is cleaned of blanks and of characters without width', () =>
    expect(cleaned(' \u200b月卡\u2060 ')).toBe('月卡'));
});

describe('a payment by its number', () => {
  let started: Awaited<ReturnType<typeof startWithOrders>>;
  beforeAll(async () => {
    started = await startWithOrders({ count: 30 });
  });
  afterAll(() => started.sandbox.close());

  it('is found by either number', async () => {
    const stored = started.sandbox.orders().find(({ trade_no }) => trade_no !== null);
    const transactionNo = stored?.transaction_no ?? '';
    const byTransaction = await findByNumber(started.orders, transactionNo);
    const byTrade = await findByNumber(started.orders, stored?.trade_no ?? '');
    expect(byTransaction?.transactionNo).toBe(transactionNo);
    expect(byTrade?.transactionNo).toBe(transactionNo);
  });

  it('is null for an unknown number, and for a number of another user', async () => {
    const [another] = started.sandbox.orders(2);
    expect(await findByNumber(started.orders, 'x'.repeat(32))).toBeNull();
    expect(await findByNumber(started.orders, another?.transaction_no ?? '')).toBeNull();
    expect(await findByNumber(started.orders, another?.trade_no ?? '')).toBeNull();
  });

  it('is an error when the server cannot answer', async () => {
    await started.control('POST', '/faults', { kind: 'status', status: 500, times: 1 });
    await expect(findByNumber(started.orders, 'x'.repeat(32))).rejects.toBeInstanceOf(ApiError);
  });
});

describe('a text', () => {
  it.each([
    ['part of it', '咖啡', '手冲咖啡课程', true],
    ['another thing', '月卡', '手冲咖啡课程', false],
    ['another case', 'v60', '滤纸 V60-02', true],
    ['letters of another width', 'Ｖ６０', '滤纸 V60-02', true],
    ['several words in any order', '100 滤纸', '滤纸 V60-02 100 张', true],
    ['several words of which one is missing', '滤纸 200', '滤纸 V60-02 100 张', false],
    ['anything', '', '', true],
  ])('finds by %s', (_, text, description, found) => {
    expect(describes(text)(order({ description }))).toBe(found);
  });
});
