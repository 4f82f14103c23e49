import type { FindTexts } from './find';

/** Simplified Chinese. */
export const findZhCN: FindTexts = {
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
};
