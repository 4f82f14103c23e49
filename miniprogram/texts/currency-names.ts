import type { Language } from './types';

/** Names by ISO 4217 code of the currencies in which WeChat Pay settles. */
const NAMES: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  CNY: ['人民币', 'Chinese yuan'],
  HKD: ['港币', 'Hong Kong dollar'],
  TWD: ['新台币', 'New Taiwan dollar'],
  MOP: ['澳门元', 'Macanese pataca'],
  USD: ['美元', 'US dollar'],
  EUR: ['欧元', 'Euro'],
  GBP: ['英镑', 'Pound sterling'],
  JPY: ['日元', 'Japanese yen'],
  KRW: ['韩元', 'South Korean won'],
  SGD: ['新加坡元', 'Singapore dollar'],
  THB: ['泰铢', 'Thai baht'],
  MYR: ['马来西亚林吉特', 'Malaysian ringgit'],
  AUD: ['澳大利亚元', 'Australian dollar'],
  NZD: ['新西兰元', 'New Zealand dollar'],
  CAD: ['加拿大元', 'Canadian dollar'],
  CHF: ['瑞士法郎', 'Swiss franc'],
  DKK: ['丹麦克朗', 'Danish krone'],
  SEK: ['瑞典克朗', 'Swedish krona'],
  NOK: ['挪威克朗', 'Norwegian krone'],
  RUB: ['俄罗斯卢布', 'Russian rouble'],
};

/**
 * The name of a currency; the code itself where the currency is not known.
 *
 * Import it only where a currency is named: the list names none.
 */
export function currencyName(code: string, language: Language): string {
  const names = Object.prototype.hasOwnProperty.call(NAMES, code) ? NAMES[code] : undefined;
  return (names && names[language === 'en' ? 1 : 0]) || code;
}
