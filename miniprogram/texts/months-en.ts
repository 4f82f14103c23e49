import { monthName } from './month-en';
import type { MonthTexts } from './months';

/** English. */
export const monthsEn: MonthTexts = {
  title: 'Go to month',
  open: 'go to another month',
  close: 'Close the months',
  yearName: String,
  monthName,
  more: 'Scroll down the list to load earlier months',
};
