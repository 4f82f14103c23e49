import { clock, nearness } from './clock';
import { detailZhCN } from './detail-zh-cn';
import { findZhCN } from './find-zh-cn';
import { monthsZhCN } from './months-zh-cn';
import type { Texts } from './texts';

/** Simplified Chinese. */
export const zhCN: Texts = {
  language: 'zh-CN',
  title: '支付记录',
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
  lapsed: '未支付',
  continuePayment: '继续支付',
  continuing: '确认中',
  noDescription: '未填写说明',
  unknownAmount: '金额未知',
  unknownTime: '时间未知',
  unknownMonth: '日期未知',
  time(at, now) {
    switch (nearness(at, now)) {
      case 'today':
        return `今天 ${clock(at)}`;
      case 'this-year':
        return `${at.month}月${at.day}日 ${clock(at)}`;
      case 'other-year':
        return `${at.year}年${at.month}月${at.day}日 ${clock(at)}`;
    }
  },
  month: (year, month) => `${year}年${month}月`,
  count: (payments) => `${payments} 笔`,
  loadedCount: (payments) => `已加载 ${payments} 笔`,
  net(amount, isAtMost, isComplete) {
    const known = isAtMost ? `不超过 ${amount}` : amount;
    return isComplete ? `实付${isAtMost ? '' : ' '}${known}` : known;
  },
  comma: '，',
  loading: '正在加载支付记录',
  loadingMore: '正在加载更多',
  noMore: '没有更多了',
  emptyTitle: '还没有支付记录',
  emptyAdvice: '付款之后，可以在这里查看每一笔',
  backToTop: '回到顶部',
  retry: '重试',
  offline: {
    nothing: '离线，连上网络后会自动加载',
    asOf: (time) => `离线，显示${time} 的记录`,
  },
  errors: {
    network: { happened: '连不上网络', advice: '请检查网络后重试' },
    timeout: { happened: '等待太久，没有回应', advice: '网络可能较慢，请稍后重试' },
    cancelled: { happened: '加载中断了', advice: '请重试' },
    unauthorized: { happened: '登录已失效', advice: '请重试，仍不行请重新打开小程序' },
    'payment-required': { happened: '服务已暂停', advice: '请联系商家，或稍后再来看看' },
    forbidden: { happened: '没有权限查看', advice: '请联系商家' },
    'not-found': { happened: '找不到支付记录服务', advice: '请稍后重试，仍不行请联系商家' },
    'invalid-request': { happened: '请求没有被接受', advice: '请稍后重试，仍不行请联系商家' },
    'rate-limited': { happened: '访问的人太多了', advice: '请稍等片刻再试' },
    server: { happened: '服务出了问题', advice: '不是你的原因，请稍后重试' },
    malformed: { happened: '收到的内容无法读取', advice: '请稍后重试，仍不行请联系商家' },
    unexpected: { happened: '出了点问题', advice: '请重试，仍不行请联系商家' },
  },
  refreshed(added, changed) {
    const parts = [added && `${added} 笔新记录`, changed && `${changed} 笔有变化`];
    return parts.filter(Boolean).join('，') || '没有新变化';
  },
  refreshFailed: (happened) => `刷新失败：${happened}`,
  loadMoreFailed: (happened) => `加载失败：${happened}`,
  detail: detailZhCN,
  find: findZhCN,
  months: monthsZhCN,
};
