import { mutantsOf, type Mutant } from '../mutant';

/** Faults in templates, style sheets and scripts of components; their tests read the build. */
export const VIEW: readonly Mutant[] = [
  ...mutantsOf('miniprogram/components/payment-row/row.wxml', ['components/payment-row.simulate'], {
    'a long amount has the usual size': ['row.amount.length > 11', 'row.amount.length > 14'],
    'a payment that can be made has a status too': ['{{row.key && !row.pay}}', '{{row.key}}'],
    'the name of a row has no refund': [
      "(row.refund ? words.comma + (row.refundText || words.refund[row.refund]) : '')",
      "''",
    ],
    'the amount of a refund is not shown': [
      '>{{row.refundText || words.refund[row.refund]}}</view',
      '>{{words.refund[row.refund]}}</view',
    ],
  }),
  ...mutantsOf(
    'miniprogram/components/payment-chunk/payment-chunk.wxml',
    ['components/payment-chunk.simulate'],
    {
      'a month has no header': ['wx:if="{{chunk.rows[place].month}}"', 'wx:if="{{false}}"'],
    },
  ),
  ...mutantsOf('miniprogram/components/notice/notice.wxml', ['components/notice.simulate'], {
    'a notice without an action has a button': [
      '<view wx:if="{{action}}"',
      '<view wx:if="{{title}}"',
    ],
  }),
  ...mutantsOf(
    'miniprogram/components/list-footer/list-footer.wxml',
    ['components/list-footer.simulate'],
    {
      'the end of the list is not shown': ["footer === 'end'", "footer === 'ended'"],
      'a failed page has no button': [
        "footer === 'error' || footer === 'further'",
        "footer === 'further'",
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/components/fact-list/fact-list.wxml',
    ['components/fact-list.simulate'],
    {
      'every fact can be copied': ['wx:if="{{fact.copyLabel}}"', 'wx:if="{{fact.label}}"'],
      'the first fact is copied': ['data-nth="{{index}}"', 'data-nth="{{0}}"'],
    },
  ),
  ...mutantsOf(
    'miniprogram/components/payment-summary/payment-summary.wxml',
    ['components/payment-summary.simulate'],
    {
      'a returned amount is not struck out': [
        "summary.refund === 'complete'",
        "summary.refund === 'completed'",
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/components/month-sheet/month-sheet.wxml',
    ['components/month-sheet.simulate'],
    {
      'no month is the current one': [
        'aria-checked="{{month.key === menu.current}}"',
        'aria-checked="{{false}}"',
      ],
    },
  ),
  ...mutantsOf('miniprogram/components/tab-bar/tab-bar.ts', ['components/tab-bar.simulate'], {
    'a tap on the chosen tab changes it': [
      'if (value !== this.data.selected)',
      'if (value !== "")',
    ],
  }),
  ...mutantsOf(
    'miniprogram/components/filter-sheet/filter-sheet.ts',
    ['components/filter-sheet.simulate'],
    {
      'a choice drops the choices of other groups': [
        '{ ...this.data.chosen, [name]: value }',
        '{ [name]: value }',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/components/search-bar/search-bar.ts',
    ['components/search-bar.simulate'],
    {
      'a field keeps its text after the search': [
        'this.setData({ value: typed }, () => {\n        if (this.data.typed === text) this.setData({ value: text });\n      });',
        'this.setData({ value: typed });\n      this.setData({ value: text });',
      ],
      'a redrawn field loses what is typed': [
        'if (text === this.data.taken && finds === this.data.takenFinds) return;',
        '',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/components/payment-row/payment-row.ts',
    ['components/payment-row.simulate'],
    {
      'a busy button pays': ["if (this.data.row.pay === 'open') this.fire", 'this.fire'],
    },
  ),
  ...mutantsOf('miniprogram/styles/tokens.wxss', ['gates/contrast'], {
    'secondary text is pale': ['secondary, #6b7078', 'secondary, #9a9fa6'],
    'red is dark on the dark card': ['red, #ff8a80', 'red, #b0403a'],
  }),
  ...mutantsOf(
    'miniprogram/components/payment-timeline/payment-timeline.wxss',
    ['gates/text-size'],
    {
      'the timeline ignores the text size': [
        'font-size: calc(15px * var(--f, 1));',
        'font-size: 15px;',
      ],
    },
  ),
  ...mutantsOf('miniprogram/styles/column.wxss', ['e2e/hostile-text.browser'], {
    'one long word widens the page': ['overflow-wrap: anywhere;', 'overflow-wrap: normal;'],
  }),
  ...mutantsOf('miniprogram/components/payment-row/row.wxss', ['e2e/layout.browser'], {
    'the amount of a refund is cut': ['flex: none;', 'flex: 0 1 auto;\n  width: 0;'],
    'rows do not follow the text size': ['height: var(--row-h, 76px);', 'height: 76px;'],
  }),
  ...mutantsOf(
    'miniprogram/features/payment-history/payment-history.wxml',
    ['e2e/another-user.browser'],
    {
      'rows are seen while the session is asked': ["{{isVeiled ? 'history--veiled' : ''}}", ''],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-detail/payment-detail.wxss',
    ['e2e/another-user.browser'],
    {
      'a payment is seen while the session is asked': [
        'visibility: hidden;',
        'visibility: visible;',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-statistics/payment-statistics.wxss',
    ['e2e/another-user.browser'],
    {
      'statistics are seen while the session is asked': [
        'visibility: hidden;',
        'visibility: visible;',
      ],
    },
  ),
];
