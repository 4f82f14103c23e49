import type { Order } from '../../../miniprogram/domain/order';
import { rowWords, toRowView } from '../../../miniprogram/features/shared/row-model';
import { textsIn } from '../../../miniprogram/texts/texts';
import { NOW, order, TODAY } from '../support/order';

const zh = textsIn('zh-CN');
const rowOf = (changes: Parameters<typeof order>[0] = {}) => toRowView(order(changes), zh, NOW);

describe('a row', () => {
  it('has the texts of the order, without the words that all rows share', () => {
    expect(rowOf()).toEqual({
      key: 'T1',
      gateway: 'weixin',
      title: '手冲咖啡课程',
      time: '今天 14:32',
      amount: '¥398.00',
    });
  });

  it('is in the given language', () => {
    expect(toRowView(order(), textsIn('en'), NOW).time).toBe('Today 14:32');
    expect(rowWords(textsIn('en'))).toMatchObject({
      mark: { weixin: 'W' },
      status: { success: 'Paid' },
      comma: ', ',
    });
  });

  it.each(['partial', 'complete', 'failed'] as const)('names a %s refund', (refund) => {
    const row = rowOf({ refund, refundRaw: refund });
    expect(row).toMatchObject({ refund });
    expect(row).not.toHaveProperty('status');
    expect(row).not.toHaveProperty('refundText');
  });

  it('names the amount of a partial refund where it is known', () => {
    const partial = { refund: 'partial', refundRaw: 'partial' } as const;
    expect(rowOf({ ...partial, refundFen: 3000 }).refundText).toBe('已退 ¥30.00');
    const yen = order({ ...partial, refundFen: 300, amountFen: 1000, currency: 'JPY' });
    expect(toRowView(yen, textsIn('en'), NOW).refundText).toBe('JPY 300 refunded');
    for (const refundFen of [null, 0, 39_801])
      expect(rowOf({ ...partial, refundFen })).not.toHaveProperty('refundText');
    expect(rowOf({ refund: 'complete', refundFen: 39_800 })).not.toHaveProperty('refundText');
  });

  it.each(['pending', 'failed'] as const)('names a %s payment', (status) => {
    const row = rowOf({ status, statusRaw: status });
    expect(row).toMatchObject({ status });
    expect(row).not.toHaveProperty('statusText');
  });

  it('offers to pay a pending order until it is two hours old', () => {
    const pending = (changes: Partial<Order> = {}) =>
      rowOf({ status: 'pending', statusRaw: 'pending', ...changes });
    expect(pending({ createdAt: TODAY - 7199 }).pay).toBe('open');
    const old = pending({ createdAt: TODAY - 7200 });
    expect(old.statusText).toBe('未支付');
    const elsewhere = pending({ gateway: 'alipay', gatewayRaw: 'alipay_app' });
    const unnumbered = pending({ transactionNo: null });
    for (const row of [old, elsewhere, unnumbered, rowOf()]) expect(row).not.toHaveProperty('pay');
  });

  it('says that the person is paying it', () => {
    const pending = order({ status: 'pending', statusRaw: 'pending' });
    expect(toRowView(pending, zh, NOW, 'busy').pay).toBe('busy');
  });

  it('shows the server’s word for an unknown state', () => {
    expect(rowOf({ status: 'unknown', statusRaw: 'closed' })).toMatchObject({
      status: 'unknown',
      statusText: 'closed',
    });
    expect(rowOf({ refund: 'unknown', refundRaw: 'rejected' }).refundText).toBe('rejected');
    expect(rowOf({ gateway: 'unknown', gatewayRaw: 'unionpay' })).toMatchObject({
      gateway: 'unknown',
      gatewayText: 'unionpay',
    });
  });

  it('says that a value is unknown', () => {
    const unknown = {
      status: 'unknown',
      statusRaw: ' ',
      refund: 'unknown',
      refundRaw: null,
      gateway: 'unknown',
      gatewayRaw: null,
      amountFen: null,
      createdAt: null,
      description: '  ',
    } as const;
    expect(rowOf(unknown)).toEqual({
      key: 'T1',
      gateway: 'unknown',
      title: '未填写商品说明',
      time: '时间未知',
      amount: '金额未知',
      status: 'unknown',
      refund: 'unknown',
    });
  });

  it('cuts a long description, between characters', () => {
    expect(rowOf({ description: '长'.repeat(60) }).title).toBe('长'.repeat(60));
    expect(rowOf({ description: '长'.repeat(61) }).title).toBe(`${'长'.repeat(59)}…`);
    expect(rowOf({ description: '😀'.repeat(60) }).title).toBe('😀'.repeat(60));
    expect(rowOf({ description: '😀'.repeat(70) }).title).toBe(`${'😀'.repeat(59)}…`);
  });

  it('keeps every fen and the currency', () => {
    expect(rowOf({ amountFen: 123_456_789 }).amount).toBe('¥1,234,567.89');
    expect(rowOf({ amountFen: 1 }).amount).toBe('¥0.01');
    expect(rowOf({ amountFen: 1200, currency: 'USD' }).amount).toBe('USD 12.00');
    expect(rowOf({ amountFen: 1000, currency: 'JPY' }).amount).toBe('JPY 1,000');
  });

  it('has the time of creation in Beijing', () => {
    const createdAt = Date.parse('2026-11-22T16:00:00Z') / 1000;
    expect(rowOf({ createdAt, paidAt: null }).time).toBe('今天 00:00');
    expect(rowOf({ createdAt: createdAt - 1 }).time).toBe('11月22日 23:59');
  });
});
