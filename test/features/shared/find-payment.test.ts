import {
  eitherNumber,
  orderNumbersOf,
  readPayment,
} from '../../../miniprogram/features/shared/find-payment';
import { startWithOrders } from '../../services/support/sandbox';

const NONE = { transactionNo: '', tradeNo: '', number: '' };

describe('the numbers of a payment', () => {
  it('are what the page has, as it stands and as a number', () => {
    expect(orderNumbersOf({ ...NONE, transactionNo: 'T 1', tradeNo: 'M1', number: 'X' })).toEqual([
      { transactionNo: 'T 1' },
    ]);
    expect(orderNumbersOf({ ...NONE, tradeNo: '４２０００００１２３' })).toEqual([
      { tradeNo: '４２０００００１２３' },
      { tradeNo: '4200000123' },
    ]);
  });

  it('are both names of a number without a name', () => {
    expect(orderNumbersOf({ ...NONE, number: 'M1' })).toEqual([
      { transactionNo: 'M1' },
      { tradeNo: 'M1' },
    ]);
    expect(orderNumbersOf({ ...NONE, number: '单号：42000 00123' })).toEqual([
      { transactionNo: '4200000123' },
      { tradeNo: '4200000123' },
    ]);
  });

  it('are none where the page has none', () => {
    expect(orderNumbersOf(NONE)).toEqual([]);
  });
});

describe('a payment by its numbers', () => {
  let started: Awaited<ReturnType<typeof startWithOrders>>;
  beforeAll(async () => {
    started = await startWithOrders({ count: 30 });
  });
  afterAll(() => started.sandbox.close());
  const find = (...numbers: string[]) => readPayment(started.orders, eitherNumber(numbers));

  const tradeNo = () => started.sandbox.orders().find(({ trade_no }) => trade_no)?.trade_no ?? '';

  it('is found by either number, also after others', async () => {
    const stored = started.sandbox.orders().find(({ trade_no }) => trade_no === tradeNo());
    const transactionNo = stored?.transaction_no ?? '';
    expect((await find(transactionNo)).transactionNo).toBe(transactionNo);
    expect((await find('x'.repeat(32), tradeNo())).transactionNo).toBe(transactionNo);
  });

  it('is not found by an unknown number, by one of another user or by none', async () => {
    const [another] = started.sandbox.orders(2);
    for (const number of ['x', '\ud800', another?.transaction_no ?? '', another?.trade_no ?? ''])
      await expect(find(number)).rejects.toMatchObject({
        kind: number === '\ud800' ? 'invalid-request' : 'not-found',
      });
    await expect(find()).rejects.toThrow('no number');
  });

  it.each(['/hserve/v2.0/idp/pay/order/*/', '/hserve/v2.2/idp/pay/order/'])(
    'is an error when the server cannot answer at %s',
    async (path) => {
      await started.control('DELETE', '/faults');
      await started.control('POST', '/faults', { kind: 'status', status: 500, match: { path } });
      await expect(find('x'.repeat(32), tradeNo())).rejects.toMatchObject({ kind: 'server' });
    },
  );
});
