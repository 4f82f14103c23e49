import type { StoredOrder } from '../../../sandbox/order';
import type { RowOnScreen } from '../../../testing/row';

/** Texts of the screen, repeated here so that the test does not depend on the product. */
const STATUS: Record<string, string> = {
  success: '已支付',
  failed: '支付失败',
  // A refund word in the status: the payment itself succeeded.
  complete: '已支付',
  partial: '已支付',
};
const REFUND: Record<string, string> = {
  partial: '部分退款',
  complete: '已退款',
  failed: '退款失败',
};
/** The time after which a pending payment cannot be paid, in seconds. */
const LAPSES_AFTER_S = 2 * 3600;
const BEIJING_OFFSET_S = 8 * 3600;

/** Formats fen exactly: it moves digits and does not divide. */
export const yuan = (fen: number, currency: string): string => {
  const digits = String(fen).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  const amount = `${whole}.${digits.slice(-2)}`;
  return currency === 'CNY' ? `¥${amount}` : `${currency} ${amount}`;
};

/** Formats Beijing time as in a row, relative to `now`. */
export const rowTime = (epochSeconds: number, now: string): string => {
  const beijing = (seconds: number) => new Date((seconds + BEIJING_OFFSET_S) * 1000).toISOString();
  const [date = '', clock = ''] = beijing(epochSeconds).split('T');
  const [today = ''] = beijing(Date.parse(now) / 1000).split('T');
  const [, month = '', day = ''] = date.split('-');
  const time = clock.slice(0, 5);
  return date === today ? `今天 ${time}` : `${Number(month)}月${Number(day)}日 ${time}`;
};

/** Descriptions are limited to sixty characters. */
const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : text;
};

/** A pending payment that can still be paid here has a button instead of a status. */
const pendingStatus = ({ created_at, gateway_type }: StoredOrder, now: string): string => {
  if (Date.parse(now) / 1000 - created_at >= LAPSES_AFTER_S) return '未支付';
  return /^weixin/.test(gateway_type ?? '') ? '继续支付' : '待支付';
};

/** The expected row of a stored order. */
export const expectedRow = (order: StoredOrder, now: string): RowOnScreen => {
  const refundInStatus = ['complete', 'partial'].includes(order.status) ? order.status : '';
  const refund = order.refund_status?.trim() || refundInStatus;
  return {
    key: order.transaction_no,
    description: shortened(order.merchandise_description.trim()) || '未填写商品说明',
    time: rowTime(order.created_at, now),
    amount: yuan(order.total_fen, order.currency_type),
    status:
      order.status === 'pending'
        ? pendingStatus(order, now)
        : (STATUS[order.status] ?? order.status),
    refund: REFUND[refund] ?? null,
  };
};
