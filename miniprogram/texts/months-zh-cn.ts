import type { MonthTexts } from './months';

/** Simplified Chinese. */
export const monthsZhCN: MonthTexts = {
  title: '选择月份',
  open: '选择其他月份',
  close: '关闭月份列表',
  yearName: (year) => `${year}年`,
  monthName: (month) => `${month}月`,
  more: '更早的月份，往下翻列表后可选',
};
