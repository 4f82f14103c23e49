import fc from 'fast-check';
import { isGatewayNumber, numbersIn } from '../../miniprogram/domain/order-number';
import { plainText } from '../../miniprogram/domain/plain-text';
import { hasNumber } from '../../miniprogram/domain/order';
import { order } from '../features/support/order';

const WECHAT = '4200002345202611231234567890';
const RANDOM = '1kTbLDhGaVvUCmFCzEzhTg7wQ2rX9yPn';
const DATED = 'WX20261123000000123456';

describe('a number', () => {
  it.each([
    ['as it is', RANDOM],
    ['with blanks around it', ` ${RANDOM}\n`],
    ['with marks without width', `\u200b${RANDOM}\ufeff`],
    ['with marks of direction', `\u202a\u2066${RANDOM}\u2069\u202c`],
    ['with a soft hyphen', `${RANDOM.slice(0, 9)}\u00ad${RANDOM.slice(9)}`],
    ['with its label', `订单号：${RANDOM}`],
    ['with its label and a blank', `流水号: ${RANDOM} `],
    ['with its label in brackets', `【商户单号】${RANDOM}`],
    ['in quotation marks', `“${RANDOM}”。`],
    ['on two lines', `${RANDOM.slice(0, 16)}\n${RANDOM.slice(16)}`],
  ])('is read %s', (_, text) => expect(numbersIn(text)).toEqual([RANDOM]));

  it.each([
    '交易单号',
    '商户单号',
    '商户订单号',
    '订单号',
    '订单编号',
    '商家订单号',
    '流水号',
    '微信支付单号',
    '支付宝交易号',
    '流水号(商户)',
    'Transaction ID',
    'Transaction no.',
    'Merchant order',
    'Merchant order no.',
    'MERCHANT ORDER NUMBER',
    'Order No.',
    'Serial no.',
    'out_trade_no=',
    'transaction_id:',
    'Reference:',
    '№',
    '交易單號',
    '商戶單號',
    '訂單號碼',
    '訂單編號',
  ])('is read behind the label %j, with a blank, a colon or a line break', (label) => {
    for (const gap of [' ', ': ', '：', '\n', ' # '])
      expect(numbersIn(`${label}${gap}${DATED}`)).toEqual([DATED]);
  });

  it.each([
    ['２０２６１１２３０００００００１２３４５', '20261123000000012345'],
    ['4200 0023 4520 2611 2312 3456 7890', WECHAT],
    ['4200-0023-4520-2611-2312-3456-7890', WECHAT],
    ['4200–0023–4520–2611–2312–3456–7890', WECHAT],
    ['1kTb LDhG aVvU CmFC zEzh Tg7w Q2rX 9yPn', RANDOM],
    ['138 0013 8000', '13800138000'],
    ['WX_2026-11-23_000001', 'WX_2026-11-23_000001'],
    ['1234567890', '1234567890'],
  ])('is first read from %j as %s', (text, number) => expect(numbersIn(text)[0]).toBe(number));

  it('with dashes may also be the number without them', () => {
    const dashed = '0f3c9a52-6c1e-4a7b-9f00-1234567890ab';
    expect(numbersIn(dashed)).toEqual([dashed, dashed.replace(/-/g, '')]);
  });

  it('is one of several in a copied bill', () => {
    const bill = `交易单号\n${WECHAT}\n商户单号\n${DATED}\n`;
    expect(numbersIn(bill)).toEqual([WECHAT, DATED]);
    expect(numbersIn('订单号 10000000001 '.repeat(9))).toEqual(['10000000001']);
  });

  it.each([
    (number: string) => `我的单号是${number}，谢谢`,
    (number: string) => `查一下 ${number} 这笔`,
    (number: string) => `商户单号 ${number}（复制）`,
    (number: string) => `订单 ${number} 复制`,
    (number: string) => `order number is ${number}, thanks`,
    (number: string) => `{"transaction_no":"${number}","n":1}`,
    (number: string) => `https://a.example/p?from=bill&transaction_no=${number}#top`,
    (number: string) => `支付方式 零钱\n商户单号 ${number}\n支付时间 2026-11-23 10:20:30`,
  ])('that is long is read from the text around it: %s', (around) => {
    for (const number of [WECHAT, RANDOM, DATED])
      expect(numbersIn(around(number))).toEqual([number]);
  });

  it.each([
    '订单编号：2026112300000001，请尽快发货',
    '麻烦看一下流水号 2026112300000001 谢谢',
    '订单号为2026112300000001，请查收',
    '订单号是：2026112300000001，请查收',
    'The order number is 2026112300000001, thanks',
    'My order no. 2026112300000001 has not arrived',
  ])('that is shorter is read behind its label: %s', (text) =>
    expect(numbersIn(text)).toEqual(['2026112300000001']),
  );

  it('that is long stands for itself beside another one', () => {
    for (const gap of [' ', '\n', '\t', '、', '，'])
      expect(numbersIn(`${WECHAT}${gap}${DATED}`)).toEqual([WECHAT, DATED]);
  });

  it('that a line break cuts is read whole', () => {
    expect(numbersIn(`${RANDOM.slice(0, 22)}\n${RANDOM.slice(22)}`)).toEqual([RANDOM]);
  });

  it.each([
    '',
    ' \u200b',
    '咖啡',
    '订单号',
    '滤纸 V60-02 100 张',
    'V60-02',
    '2026',
    '2026-11-23',
    '2026-11-23 10:20:30',
    'internationalization',
    'annual membership 2026',
    '手冲咖啡课程1234567890123456',
    '话费充值 13800138000',
    'iPhone15ProMax256GB 手机壳',
    'iPhone15Pro1',
    '商品：咖啡 订单号：10000000001',
    '我的身份证号110101199003071234请核对',
    '银行卡号 6222021234567890123 扣了两次',
    `${WECHAT} ${'，'.repeat(300)}`,
    '\ud800'.repeat(20),
    '1'.repeat(10_000),
    'a'.repeat(100_000),
  ])('is not read from %j', (text) => expect(numbersIn(text)).toEqual([]));

  it('is read from everything that people put around it and between its digits', () => {
    const digits = fc.stringMatching(/^\d{17,40}$/);
    const around = fc.constantFrom(
      '',
      ' ',
      '\n',
      '\u200b',
      '\ufeff',
      '“',
      '。',
      '，',
      '\u202e',
      '(',
    );
    const label = fc.constantFrom('', '交易单号', '商户单号：', 'Transaction ID ', 'Order no.: ');
    const gap = fc.constantFrom('', ' ', '-', '\u00a0', '\u2009', '–', '\u00ad', '\u3000');
    const wide = (text: string) =>
      text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(
        ...([
          digits,
          label,
          gap,
          around,
          around,
          fc.integer({ min: 1, max: 8 }),
          fc.boolean(),
        ] as const),
        (number, named, between, before, after, size, isWide) => {
          const groups = number.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
          const spelt = groups.join(between);
          const text = `${named}${before}${isWide ? wide(spelt) : spelt}${after}`;
          expect(numbersIn(text)[0]).toBe(number);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const number of numbersIn(`${text}\udc00`)) expect(number).toMatch(/\d/);
      }),
      { numRuns: 2000 },
    );
  });

  it('belongs to an order under each of its names', () => {
    const known = order({ wechatNo: WECHAT });
    for (const number of ['T1', 'M1', WECHAT]) expect(hasNumber(known, number)).toBe(true);
    expect(hasNumber(order({ transactionNo: null, tradeNo: null }), '')).toBe(false);
  });

  it.each([
    [WECHAT, true],
    ['1009660380201506130728806387', true],
    ['2026112322001412345678901234', true],
    [DATED, false],
    ['20261123000000012345', false],
  ])('of WeChat Pay or Alipay has their form: %s is %p', (number, isTheirs) => {
    expect(isGatewayNumber(number)).toBe(isTheirs);
  });
});

test.each([
  [' \u200b月卡\u2060 ', '月卡'],
  ['Ｖ６０－０２', 'V60-02'],
  ['V60\u201102', 'V60-02'],
  ['会\u200b员\u00ad卡', '会员卡'],
  ['￥５①', '¥51'],
])('the plain form of %j is %j', (text, plain) => expect(plainText(text)).toBe(plain));

it.each([
  ['a word of twelve characters', 'ABC123DEF456'],
  ['a text that is longer than any bill', RANDOM.padEnd(301)],
])('%s has no number', (_, text) => {
  expect(numbersIn(text)).toEqual([]);
});

afterEach(() => jest.restoreAllMocks());

/** WeChat's engine on Android has no Unicode data: there `normalize` changes nothing. */
const withoutUnicodeData = () =>
  jest.spyOn(String.prototype, 'normalize').mockImplementation(function (this: string) {
    return `${this}`;
  });

test.each([
  ['of full width', '２０２６１１２３０００００００１２３４５', ['20261123000000012345']],
  ['with a label of full width', '流水号（商户）：2026112300001234', ['2026112300001234']],
  ['with a blank of full width', '20261123\u300000001234', ['2026112300001234']],
])('a number %s is read without normalize', (_what, text, numbers) => {
  withoutUnicodeData();
  expect(numbersIn(text)).toEqual(numbers);
});

test('the plain form needs no Unicode data', () => {
  withoutUnicodeData();
  expect(plainText('Ｖ６０　版￥')).toBe('V60 版¥');
});

test.each([
  'DEqbLRjWWtCqjxOUapRxaLb12345678Id',
  'IDqbLRjWWtCqjxOUapRxaLb123456789',
  '4200id00234520261123',
])('the letters of %s are no label', (number) => {
  expect(numbersIn(number)[0]).toBe(number);
  expect(numbersIn(`商户单号：${number}`)[0]).toBe(number);
  expect(numbersIn(`订单ID ${number}`)[0]).toBe(number);
  expect(numbersIn(`ID: ${number}`)[0]).toBe(number);
});
