import { mutantsOf, type Mutant } from '../mutant';

/** Faults in months, sums, expired payments, export, actions and refunds. */
export const BILLS: readonly Mutant[] = [
  ...mutantsOf(
    'miniprogram/features/payment-history/month-jump.ts',
    ['features/payment-history/month-jump'],
    {
      'a jump lands on a later month': [
        'monthsOf(at) <= monthsOf(target)',
        'monthsOf(at) >= monthsOf(target)',
      ],
      'a jump lands on the first row of a month': [
        'const SCREEN_ROWS = 20;',
        'const SCREEN_ROWS = 1;',
      ],
      'another month is not mentioned': ["title === wanted ? '' :", "title ? '' :"],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/query/expired-choice.ts',
    ['features/payment-history/query/expired-choice'],
    {
      'the choice of another user counts': ["kept['owner'] === user && ", ''],
      'the choice is kept without a user': ['if (user !== null) storage.set', 'storage.set'],
      'the choice is read while the session is asked': ['|| !currentUser.isKnown ', ''],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/without-expired.ts',
    ['features/payment-history/without-expired'],
    { 'a payment that expires while it is shown stays': [' && at < last.until', ''] },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/view/sum-line.ts',
    ['features/payment-history/view/sum-line'],
    {
      'payments without an amount are not mentioned': ['unknown > 0', 'unknown < 0'],
      'the sum of a part is that of all': ['isPart || !isComplete ?', 'false ?'],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-statistics/csv.ts',
    ['features/payment-statistics/csv'],
    {
      'a spreadsheet runs a text': ['FORMULA.test(usual) || ', ''],
      'a spreadsheet changes a long number': [
        'READ.test(usual.slice(0, LONGEST)) && ',
        'false && ',
      ],
      'figures of full width are changed': ['usualWidth(text)', 'text || usualWidth(text)'],
      'a quotation mark ends a cell': ['.replace(/"/g, \'""\')', ''],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-statistics/export-table.ts',
    ['features/payment-statistics/csv', 'features/payment-statistics/reading'],
    {
      'an unclear refund counts as nothing': ['net && !net.isAtMost ?', 'net ?'],
    },
  ),
  ...mutantsOf('miniprogram/features/shared/host-actions.ts', ['features/shared/host-actions'], {
    'an action is offered in every state': ['!when || when.includes(state)', 'true'],
    'a seventh action is accepted': ['before.length === MOST', 'before.length === MOST + 1'],
  }),
  ...mutantsOf('miniprogram/services/orders/refunds.ts', ['services/orders/refunds'], {
    'a refunded payment stays among those without a refund': [
      "query.refund === 'none' && completed.refund !== 'none' ? null : completed",
      'completed',
    ],
    'refunds that the API contradicts stay': [
      'updatedAt === order.updatedAt && refundRaw === order.refundRaw',
      'true',
    ],
    'refunds of the former user stay': ['    known.clear();\n', ''],
    'refunds that come late are kept': ['if (isLate()) return null;', ''],
  }),
  ...mutantsOf('miniprogram/domain/refund.ts', ['domain/refund'], {
    'refunds above the price are believed': [
      'successFen(list.filter(isRefund)) > amountFen',
      'false',
    ],
    'a refund under way counts': ["(state === 'success' ? amountFen : 0)", 'amountFen'],
  }),
  ...mutantsOf(
    'miniprogram/components/filter-sheet/read-amount.ts',
    ['components/read-amount', 'components/filter-sheet.simulate'],
    {
      'amounts of full width are refused': ['plainText(typed)', 'typed || plainText(typed)'],
      'a text that is no amount is no limit': ['parseYuan(plain) ?? undefined', 'parseYuan(plain)'],
    },
  ),
];
