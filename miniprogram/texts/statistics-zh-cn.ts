import type { StatisticsTexts } from './page-types';

/** The statistics in simplified Chinese. */
export const statisticsZhCN: StatisticsTexts = {
  loading: '正在统计支付记录',
  allTime: '全部',
  paid: (year, isAtMost) =>
    `${year === null ? '累计' : `${year}年`}支出${isAtMost ? '不超过' : ''}`,
  soFar: (back) => `已统计到${back}`,
  read: (payments, total) => `已读取 ${total === null ? payments : `${payments} / ${total}`} 笔`,
  waiting: '记录较多，正在排队读取，会自动继续',
  refunded: (amount, isAtLeast) => (isAtLeast ? `至少已退 ${amount}` : `已退 ${amount}`),
  unclearRefund: '有的退款金额未知，未从支出中扣除',
  withoutAmount: (payments) => `另有 ${payments} 笔金额未知，未计入`,
  byMonth: '每月支出',
  byYear: '每年支出',
  byMethod: '支付方式',
  largest: '金额最高的支付',
  export: {
    columns: {
      time: '下单时间（北京时间）',
      description: '商品说明',
      amount: '金额',
      refund: '退款状态',
      refunded: '已退金额',
      net: '支出金额',
    },
    fileName: (year) => (year === null ? '支付记录' : `支付记录-${year}年`),
    make: '导出表格（CSV）',
    waiting: '读完这段时间的支付记录后，就可以导出',
    made: (fileName, payments) => `已生成 ${fileName}，共 ${payments} 笔`,
    share: '发送给朋友',
    save: '保存到电脑',
    notWritten: '文件没有生成，请清理存储空间后再试',
    refused: '导出失败，请更新微信后重试，或换一台设备',
  },
  empty: (year) => (year === null ? '还没有支付成功的记录' : `${year}年没有支付成功的记录`),
};
