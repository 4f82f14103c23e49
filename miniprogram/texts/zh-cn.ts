import { clock, clockToSecond, nearness } from './format';
import type { Texts } from './types';

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
  refresh: '刷新',
  refreshing: '正在刷新',
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
    misconfigured: { happened: '小程序还没有设置好', advice: '请联系商家' },
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
  detail: {
    title: '支付详情',
    loading: '正在加载支付详情',
    notFound: {
      happened: '找不到这笔支付',
      advice: '请核对单号；用其他微信号支付的，在这里看不到',
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
  },
  find: {
    tabs: { all: '全部', paid: '已支付', pending: '待支付', refunded: '退款' },
    filter: {
      button: (active) => (active === 0 ? '筛选' : `筛选 ${active}`),
      label: (active) =>
        active === 0 ? '筛选支付记录' : `筛选 ${active}，支付记录已选 ${active} 项`,
      title: '筛选',
      close: '关闭筛选',
      reset: '重置',
      apply: '确定',
      refund: '退款状态',
      gateway: '支付方式',
      noRestriction: '不限',
      noRefund: '无退款',
      merchandise: '当前商品',
      clear: '清除',
      remove: (filter) => `移除筛选：${filter}`,
      empty: {
        paid: '没有已支付的记录',
        pending: '没有待支付的记录',
        refunded: '没有退款记录',
        filtered: '没有符合条件的记录',
      },
      emptyAdvice: '换个条件，或查看全部支付记录',
      showAll: '查看全部',
    },
    search: {
      placeholder: '订单号、流水号或商品',
      shortPlaceholder: '号码或商品',
      clear: '清除搜索',
      soFar: (found, looked, back) => `已加载的 ${looked} 笔（最早到${back}）中找到 ${found} 笔`,
      everywhere: (found, looked) => `已找遍 ${looked} 笔，找到 ${found} 笔`,
      further: '继续往前找',
      going: '正在往前查找',
      nothingYet: '已加载的记录中没有找到',
      nothing: '没有找到',
      lookingUp: '正在查找这个号码',
      unknownNumber: '没有找到这个号码的支付记录',
      unknownNumberAdvice: '请核对号码，或确认是用当前账号支付的',
    },
  },
  months: {
    title: '选择月份',
    open: '选择其他月份',
    close: '关闭月份列表',
    yearName: (year) => `${year}年`,
    monthName: (month) => `${month}月`,
    more: '更早的月份，往下翻列表后可选',
  },
};
