import type { PaymentAction } from '../../../miniprogram/elements';
import {
  actionDetail,
  actionsFor,
  validActions,
} from '../../../miniprogram/features/shared/host-actions';
import { NOW, order, TODAY } from '../support/order';

let warnings: string[];
beforeEach(() => {
  warnings = [];
  jest.spyOn(console, 'warn').mockImplementation((line: string) => void warnings.push(line));
});
afterEach(() => jest.restoreAllMocks());

const BUY: PaymentAction = { key: 'buy', text: '再次购买' };

describe('the actions of a host app', () => {
  it.each([
    ['pending', { status: 'pending', createdAt: TODAY }],
    ['lapsed', { status: 'pending', createdAt: TODAY - 7200 }],
    ['success', { refund: 'partial' }],
    ['refunded', { refund: 'complete' }],
    ['failed', { status: 'failed' }],
    ['unknown', { status: 'unknown', refund: 'complete' }],
  ] as const)('are offered for a payment that is %s', (state, changes) => {
    const states = ['pending', 'lapsed', 'success', 'refunded', 'failed', 'unknown'] as const;
    const actions = states.map((one) => ({ key: one, text: one, when: [one] }));
    const offered = actionsFor([BUY, ...actions], order(changes), NOW);
    expect(offered.map(({ key }) => key)).toEqual(['buy', state]);
  });

  it('send the numbers of the payment', () => {
    expect(actionDetail(BUY, order({ tradeNo: null }))).toEqual({
      key: 'buy',
      transactionNo: 'T1',
      tradeNo: null,
    });
  });

  it.each<[string, unknown]>([
    ['no entry', null],
    ['no key', { text: '投诉' }],
    ['a blank key', { key: ' ', text: '投诉' }],
    ['no text', { key: 'complain' }],
    ['a text that is none', { key: 'complain', text: 1 }],
    ['a key that is there already', { key: 'buy', text: '投诉' }],
    ['a state that does not exist', { key: 'complain', text: '投诉', when: ['paid'] }],
    ['one state instead of a list', { key: 'complain', text: '投诉', when: 'success' }],
  ])('are left out with a line in the console for %s', (_what, entry) => {
    expect(validActions([BUY, entry], 'payment-detail')).toEqual([BUY]);
    expect(warnings).toEqual([
      expect.stringMatching(/^<payment-detail> leaves out actions\[1\]: /),
    ]);
  });

  it('are at most six, as WeChat’s action sheet has', () => {
    const many = Array.from({ length: 7 }, (_, nth) => ({ key: `${nth}`, text: `${nth}` }));
    expect(validActions(many, 'payment-history')).toEqual(many.slice(0, 6));
    expect(warnings).toHaveLength(1);
  });

  it('are none for another value', () => {
    expect(validActions(undefined, 'payment-history')).toEqual([]);
    expect(warnings).toEqual([]);
  });
});
