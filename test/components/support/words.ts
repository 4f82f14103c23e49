import type { RowWords } from '../../../miniprogram/components/payment-row/payment-row';

/** Words for rows, written down once more: a component's test does not ask the product's texts. */
export const WORDS: RowWords = {
  status: { pending: '待支付', success: '已支付', failed: '支付失败', unknown: '状态未知' },
  refund: { partial: '部分退款', complete: '已退款', failed: '退款失败', unknown: '退款状态未知' },
  gateway: {
    weixin: '微信支付',
    alipay: '支付宝',
    qpay: 'QQ钱包',
    baidu: '百度收银台',
    bytedance: '抖音支付',
    unknown: '其他支付方式',
  },
  mark: { weixin: '微', alipay: '支', qpay: 'Q', baidu: '百', bytedance: '抖', unknown: '付' },
  pay: { open: '继续支付', busy: '确认中' },
  comma: '，',
};
