import type * as detail from './detail-zh-cn';
import { clock, nearness } from './format';
import type * as statistics from './statistics-zh-cn';
import type { Texts } from './types';

const rowTime: Texts['rowTime'] = (at, now) =>
  `${nearness(at, now) === 'today' ? '今天' : `${at.month}月${at.day}日`} ${clock(at)}`;

/** Simplified Chinese. */
export const zhCN: Texts = {
  language: 'zh-CN',
  title: '支付记录',
  statisticsTitle: '支付统计',
  status: { pending: '待支付', success: '已支付', failed: '支付失败', unknown: '状态未知' },
  refund: { partial: '部分退款', complete: '已退款', failed: '退款失败', unknown: '退款状态未知' },
  refunded: (amount) => `已退 ${amount}`,
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
  more: '更多操作',
  notContinued: {
    busy: '正在确认支付结果，请稍候',
    late: '下单已超过两小时，不能继续支付',
    elsewhere: '这笔支付不能在这里继续，请回到下单的地方支付',
    notReceived: '还没有收到付款，请稍后查看',
  },
  cannotOpen: '这笔支付没有单号，无法查看详情',
  noDescription: '未填写商品说明',
  unknownAmount: '金额未知',
  unknownTime: '时间未知',
  unknownMonth: '日期未知',
  rowTime,
  time: (at, now) =>
    `${nearness(at, now) === 'other-year' ? `${at.year}年` : ''}${rowTime(at, now)}`,
  month: (year, month) => `${year}年${month}月`,
  count: (payments) => `${payments} 笔`,
  loadedCount: (payments) => `已加载 ${payments} 笔`,
  net(amount, isAtMost, isComplete) {
    const known = isAtMost ? `不超过 ${amount}` : amount;
    return isComplete ? `支出${isAtMost ? '' : ' '}${known}` : known;
  },
  comma: '，',
  semicolon: '；',
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
    asOf: (time) => `离线，内容更新于${time}`,
  },
  errors: {
    network: { happened: '连不上网络', advice: '请检查网络后重试' },
    timeout: { happened: '网络超时', advice: '网络可能较慢，请稍后重试' },
    cancelled: { happened: '加载中断了', advice: '请重试' },
    unauthorized: { happened: '登录已失效', advice: '请重试，仍不行请重新打开小程序' },
    'payment-required': { happened: '服务已暂停', advice: '请联系商家，或稍后再来看看' },
    forbidden: { happened: '没有权限查看', advice: '请联系商家' },
    'not-found': { happened: '支付记录服务不可用', advice: '请稍后重试，仍不行请联系商家' },
    'invalid-request': { happened: '服务无法处理请求', advice: '请稍后重试，仍不行请联系商家' },
    misconfigured: { happened: '小程序还没有设置好', advice: '请联系商家' },
    'rate-limited': { happened: '当前访问人数较多', advice: '请稍后重试' },
    server: { happened: '服务暂时异常', advice: '不是你的原因，请稍后重试' },
    malformed: { happened: '数据异常，无法显示', advice: '请稍后重试，仍不行请联系商家' },
    unexpected: { happened: '出了点问题', advice: '请重试，仍不行请联系商家' },
  },
  refreshed(added, changed) {
    const parts = [added && `${added} 笔新记录`, changed && `${changed} 笔有变化`];
    return parts.filter(Boolean).join('，') || '没有新变化';
  },
  refreshFailed: (happened) => `刷新失败：${happened}`,
  loadMoreFailed: (happened) => `加载失败：${happened}`,
  get detail() {
    return (require('./detail-zh-cn') as typeof detail).detailZhCN;
  },
  get statistics() {
    return (require('./statistics-zh-cn') as typeof statistics).statisticsZhCN;
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
      amount: {
        title: '金额（元）',
        from: '最低金额',
        to: '最高金额',
        invalid: '金额请填数字，最多两位小数',
        reversed: '最低金额不能高于最高金额',
      },
      amountRange(from, to) {
        if (from && to) return `${from} 至 ${to}`;
        return from ? `${from} 以上` : `${to} 以下`;
      },
      expired: '过期未支付',
      show: '显示',
      hide: '隐藏',
      expiredHidden: '已隐藏过期未支付',
      merchandise: '当前商品',
      clear: '清除',
      remove: (filter) => `移除筛选：${filter}`,
      empty: {
        paid: '没有已支付的记录',
        pending: '没有待支付的记录',
        refunded: '没有退款记录',
        expired: '这里只有过期未支付的记录，已隐藏',
        filtered: '没有符合条件的记录',
      },
      emptyAdvice: '换个条件，或查看全部支付记录',
      showAll: '查看全部',
    },
    search: {
      placeholder: '订单号、流水号或商品',
      shortPlaceholder: '单号或商品',
      clear: '清除搜索',
      soFar: (found, looked, back) => `已加载的 ${looked} 笔（最早到${back}）中找到 ${found} 笔`,
      everywhere: (found, looked) => `已找遍 ${looked} 笔，找到 ${found} 笔`,
      ofThese: (sums) => `其中${sums}`,
      further: '继续往前找',
      going: '正在往前查找',
      nothingYet: '已加载的记录中没有找到',
      nothing: '没有找到',
      lookingUp: '正在查找这个单号',
      unknownNumber: '没有找到这个单号的支付记录',
      unknownNumberAdvice: '请核对单号，或确认是用当前微信号支付的',
      gatewayNumberAdvice:
        '这像是微信或支付宝的单号，请改用同一账单里的“商户单号”（微信）或“商家订单号”（支付宝）',
    },
  },
  months: {
    title: '选择月份',
    open: '选择其他月份',
    close: '关闭月份列表',
    yearName: (year) => `${year}年`,
    monthName: (month) => `${month}月`,
    pick: '选择更早的月份',
    stop: '停止',
    goingTo: (month) => `正在跳转到${month}`,
    readTo: (month) => `已到${month}`,
    nearest: (month, shown, isNarrowed) =>
      `${month}没有${isNarrowed ? '符合条件的' : ''}记录，已到${shown}`,
    oldest: (month, shown, isNarrowed) =>
      `${month}没有${isNarrowed ? '符合条件的' : ''}记录，最早的在${shown}`,
  },
};
