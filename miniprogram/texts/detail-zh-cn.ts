import { clockToSecond } from './format';
import type { DetailTexts } from './types';

/** The page of one payment in Simplified Chinese. */
export const detailZhCN: DetailTexts = {
  title: '支付详情',
  loading: '正在加载支付详情',
  notFound: {
    happened: '找不到这笔支付',
    advice: '请核对单号，账单里请用“商户单号”；用其他微信号支付的，在这里看不到',
  },
  time: (at) => `${at.year}年${at.month}月${at.day}日 ${clockToSecond(at)}`,
  created: '提交订单',
  stage: {
    success: { title: '支付成功', note: '商家已收到付款' },
    pending: { title: '等待支付', note: '下单后两小时内可以继续支付' },
    lapsed: { title: '未支付', note: '已超过两小时，不能继续支付；如已扣款，请联系客服' },
    failed: { title: '支付失败', note: '没有支付成功；如已扣款，请联系客服' },
    unknown: { title: '状态未知', note: '请以商家通知为准，或联系客服' },
  },
  refund: {
    partial: { title: '商家已部分退款', note: '金额以商家退款通知为准，原路退回' },
    complete: { title: '商家已全额退款', note: '原路退回，到账时间以支付方式为准' },
    failed: { title: '退款失败', note: '款项没有退回，请联系客服' },
    unknown: { title: '退款状态未知', note: '请以商家通知为准，或联系客服' },
  },
  eachRefund: {
    processing: { title: '退款处理中', note: '' },
    success: { title: '已退款', note: '' },
    closed: { title: '退款已关闭', note: '没有退款' },
    abnormal: { title: '退款异常', note: '没有退到账，请联系客服' },
  },
  refundTo: (account) => `退到${account}`,
  payElsewhere: (method) => `不能在这里支付，请在下单的地方${method ? `用${method}` : ''}付款`,
  refunded: (amount) => `已退 ${amount}，原路退回`,
  factsTitle: '交易信息',
  method: '支付方式',
  bank: '付款账户',
  card: { debit: '储蓄卡', credit: '信用卡' },
  currency: '币种',
  discount: '优惠',
  cash: '实付',
  tradeNo: '订单号',
  transactionNo: '流水号',
  wechatNo: '微信单号',
  goods: '商品',
  merchandise: '商品编号',
  copy: '复制',
  copyOf: (label) => `复制${label}`,
  copyRefused: '不能自动复制，请长按号码复制',
  contact: '联系客服',
  invoice: '申请开票',
};
