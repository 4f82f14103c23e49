import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bankOf } from '../../miniprogram/texts/bank-names';
import { currencyName } from '../../miniprogram/texts/currency-names';

test.each([
  ['CMB_CREDIT', '招商银行', 'credit'],
  ['ICBC_DEBIT', '工商银行', 'debit'],
  ['ICBC', '工商银行', null],
  ['CFT', '零钱', null],
  ['OTHERS', '其他（非银行卡）', null],
  ['AE_CREDIT', '美国运通', 'credit'],
  ['WEB_DEBIT', '微众银行', 'debit'],
  ['BOHN_DEBIT', '海南银行', 'debit'],
  ['HXB_CREDIT', '华夏银行', 'credit'],
  ['BOB_DEBIT', '北京银行', 'debit'],
  ['HSBC_DEBIT', '恒生银行', 'debit'],
  ['HSBCC_CREDIT', '汇丰银行', 'credit'],
  ['JCB_DEBIT', '晋城银行', 'debit'],
  ['JCB_CREDIT', 'JCB', 'credit'],
  ['VISA', 'Visa', null],
  ['DISCOVER', '发现卡', null],
  ['LQT', '零钱通', null],
  ['ICBC_ECNY', '工商银行数字人民币钱包', null],
  ['UPQUICKPASS_DEBIT', '云闪付', 'debit'],
])('%s is %s, card %p', (bankType, name, card) => {
  expect(bankOf(bankType)).toEqual({ name, card });
});

test.each(['XYZ_DEBIT', 'XYZ', '', 'cmb_credit', 'constructor', '__proto__', 'toString_DEBIT'])(
  'the unknown code %j is its own name',
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

test('the list does not load the tables', () => {
  const folders = [
    ...['core', 'domain', 'services', 'state', 'texts', 'components'],
    ...['features/shared', 'features/payment-history'],
  ].map((folder) => path.join('miniprogram', folder));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.join(folder, file)),
  );
  const loads = /^import (?!type )[^;]*(bank|currency)-names'/m;
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => loads.test(readFileSync(file, 'utf8')))).toEqual([]);
  const detail = readFileSync('miniprogram/features/payment-detail/facts.ts', 'utf8');
  expect(detail).toMatch(loads);
});
