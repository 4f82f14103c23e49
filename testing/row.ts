import { textOf, type Element } from './client';

/** The texts of a row on screen. */
export interface RowOnScreen {
  /** `Order.key`: the first of transaction number, id, trade number, and time with amount. */
  key: string;
  description: string;
  time: string;
  amount: string;
  /** The text of the status badge, or of the button that continues the payment. */
  status: string;
  /** The text of the refund badge; null without one. */
  refund: string | null;
}

/** The key of a row. */
export const keyOf = async (row: Element): Promise<string> =>
  ((await row.attribute('id')) ?? '').replace(/^payment-/, '');

/** Reads the texts of a row. */
export const readRow = async (row: Element): Promise<RowOnScreen> => {
  const [description, time, amount, badges] = await Promise.all([
    textOf(row, '.row__description'),
    textOf(row, '.row__time'),
    textOf(row, '.row__amount'),
    textOf(row, '.row__badges'),
  ]);
  const words = badges.split('\n').filter(Boolean);
  // The payment button replaces the status badge.
  const pay = await textOf(row, '.pay__button');
  const [status = '', refund = null] = pay ? [pay, ...words] : words;
  return { key: await keyOf(row), description, time, amount, status, refund };
};
