import type { Order } from '../../../miniprogram/domain/order';

/** 23 November 2026, 14:32 in Beijing, in milliseconds. */
export const NOW = Date.parse('2026-11-23T14:32:00+08:00');
/** The same moment in seconds, as an order has it. */
export const TODAY = NOW / 1000;

/** A paid order of today, but for the changes. */
export function order(changes: Partial<Order> = {}): Order {
  return {
    key: 'T1',
    id: '1',
    transactionNo: 'T1',
    tradeNo: 'M1',
    status: 'success',
    statusRaw: 'success',
    refund: 'none',
    refundRaw: null,
    refundFen: null,
    amountFen: 39_800,
    currency: 'CNY',
    createdAt: TODAY,
    updatedAt: TODAY,
    paidAt: TODAY,
    gateway: 'weixin',
    gatewayRaw: 'weixin_tenpay',
    description: '手冲咖啡课程',
    merchandiseRecordId: null,
    merchandiseSchemaId: null,
    createdBy: null,
    wechatNo: null,
    ...changes,
  };
}
