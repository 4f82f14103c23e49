import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bankOf } from '../../miniprogram/texts/bank-names';
import { currencyName } from '../../miniprogram/texts/currency-names';

test.each([
  ['CMB_CREDIT', '招商银行', 'credit'],
  ['ICBC_DEBIT', '工商银行', 'debit'],
  ['ICBC', '工商银行', null],
  ['CFT', '零钱', null],
  ['OTHERS', '其他银行', null],
  ['AE_CREDIT', 'AE', 'credit'],
  ['WEB_DEBIT', '微众银行', 'debit'],
  ['BOHN_DEBIT', '海南银行', 'debit'],
])('%s is %s, card %p', (bankType, name, card) => {
  expect(bankOf(bankType)).toEqual({ name, card });
});

test.each(['XYZ_DEBIT', 'XYZ', '', 'cmb_credit', 'constructor', '__proto__', 'toString_DEBIT'])(
  'the code %j, which is not known, stays as it is',
  (bankType) => {
    expect(bankOf(bankType)).toEqual({ name: bankType, card: null });
  },
);

test.each([
  ['CNY', 'zh-CN', '人民币'],
  ['USD', 'en', 'US dollar'],
  ['HKD', 'zh-CN', '港币'],
  ['XAU', 'en', 'XAU'],
  ['constructor', 'en', 'constructor'],
] as const)('%s in %s is %s', (code, language, name) => {
  expect(currencyName(code, language)).toBe(name);
});

test('the tables are imported by nothing that a list loads', () => {
  const folders = ['domain', 'services', 'state', 'components/payment-row'];
  for (const folder of folders.map((own) => path.join('miniprogram', own))) {
    for (const file of readdirSync(folder).filter((own) => own.endsWith('.ts'))) {
      expect([file, readFileSync(path.join(folder, file), 'utf8')]).toEqual([
        file,
        expect.not.stringMatching(/from '[^']*(bank|currency)-names'/),
      ]);
    }
  }
});
