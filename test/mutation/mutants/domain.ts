import { mutantsOf, type Mutant } from '../mutant';

/** Faults in miniprogram/core and miniprogram/domain. */
export const DOMAIN: readonly Mutant[] = [
  ...mutantsOf('miniprogram/core/cancellation.ts', ['core/cancellation'], {
    'a listener that is added after the cancellation is not called': [
      'if (cancelled) listener();\n        else listeners',
      'listeners',
    ],
    'a second cancel goes on': [
      'if (cancelled) return;\n',
      '\n',
      'the first one has removed all listeners',
    ],
  }),
  ...mutantsOf('miniprogram/core/event.ts', ['core/event'], {
    'a listener that was just removed is called': [
      'if (listeners.has(listener)) listener.call(value);',
      'listener.call(value);',
    ],
  }),
  ...mutantsOf('miniprogram/core/server-clock.ts', ['core/server-clock'], {
    'the time of the way back is not added': ['took / 2 : 0', '0 : 0'],
    'a jump of the clock is not doubtful': ['Math.abs(byPhone() - now()) > RESOLUTION_MS', 'false'],
    'alarms keep their timers after an answer': [
      'alarm.stop();\n      arm(alarm);',
      'return alarm;',
    ],
    'the time passes a moment before its timer fires': [
      'Math.min(byPhone(), next - 1)',
      'byPhone()',
    ],
  }),
  ...mutantsOf('miniprogram/domain/money.ts', ['domain/money', 'domain/amounts.property'], {
    'the third decimal is cut off': ['} else if (digit > 0) return null;', '}'],
    'a tenth of a fen is a rounding error': ['64 * Number.EPSILON', '1e-4'],
    'no rounding error is accepted': ['64 * Number.EPSILON', '0'],
    'the yen has two decimals': ["[0, 'BIF", "[2, 'BIF"],
    'the dinar has two decimals': ["[3, 'BHD", "[2, 'BHD"],
    'zero is minus zero': ['? fen + 0 : null', '? fen : null'],
    'a text that begins with a point is an amount': ['decimals < 0 && at > 0', 'decimals < 0'],
    'a text that ends with a point is an amount': ["!text || text.endsWith('.')", '!text'],
    'an amount that is not exact is accepted': ['Number.isSafeInteger(fen) ? fen : null', 'fen'],
    'blanks make an amount unreadable': ['const text = value.trim();', 'const text = value;'],
    'a negative amount has no sign': ["${fen < 0 ? '-' : ''}", ''],
    'small amounts lose a zero': ["padStart(places + 1, '0')", "padStart(places, '0')"],
    'thousands are not grouped': [".replace(/\\B(?=(\\d{3})+$)/g, ',')", ''],
  }),
  ...mutantsOf('miniprogram/domain/order.ts', ['domain/order', 'domain/net-total'], {
    'alipayplus is Alipay': ["(type[family.length] || '_') === '_'", 'true'],
    'a refund above the price counts': ['refundFen <= amountFen', 'refundFen > 0'],
    'a partial refund of 0 counts': ['|| !refundFen) return', '|| refundFen == null) return'],
  }),
  ...mutantsOf('miniprogram/domain/payability.ts', ['domain/payability', 'domain/moments'], {
    'an order of exactly two hours can be paid': [
      'age >= PAYABLE_SECONDS',
      'age > PAYABLE_SECONDS',
    ],
    'an order without a time can be paid': ['age === null || age >=', 'age !== null && age >='],
    'an order of Alipay can be paid': ["gateway === 'weixin' && ", ''],
    "an order of WeChat's apps and QR codes can be paid": [
      "!ELSEWHERE.test(gatewayRaw ?? '')",
      'true',
    ],
    'an age is negative': [
      'Math.max(0, Math.floor(now / 1000 - createdAt))',
      'Math.floor(now / 1000 - createdAt)',
    ],
    'the last payment to lapse is awaited': [
      "if (status === 'pending') next = lapse;",
      "if (status === 'pending') next ??= lapse;",
    ],
  }),
  ...mutantsOf('miniprogram/domain/time.ts', ['domain/time', 'domain/moments'], {
    'a time without a zone is UTC': [
      'const BEIJING_OFFSET = 8 * 3600;',
      'const BEIJING_OFFSET = 0;',
    ],
    'milliseconds are read as seconds': [
      'value >= FIRST_MILLISECONDS ? value / 1000 : value',
      'value',
    ],
    '30 February is 1 March': [
      'if (day > 28 && new Date(wall).getUTCDate() !== day) return null;',
      '',
    ],
    'a zone behind UTC is ahead of it': ["zone.startsWith('-') ? -ahead : ahead", 'ahead'],
    'midnight is that of UTC': ['(day + 1) * DAY - BEIJING_OFFSET', '(day + 1) * DAY'],
    'a time before 1970 is read': ['value > 0 && value', 'value'],
    'a zone in hours is unreadable': ['(?::?[0-5]\\\\d)?)$', ':?[0-5]\\\\d)$'],
    'a time of 0 is 1970': ['value > 0', 'value >= 0'],
    'a time stamp of WeChat is an epoch': ['if (value >= END_OF_MILLISECONDS) return null;', ''],
  }),
  ...mutantsOf('miniprogram/domain/net-total.ts', ['domain/net-total'], {
    'a complete refund is still paid': [" || refund === 'complete') return", ') return'],
    'a partial refund is not subtracted': ['amountFen - (refunded ?? 0)', 'amountFen'],
    'amounts of other currencies are added': [
      "order.currency === 'CNY' ? netOf(order) : null",
      'netOf(order)',
    ],
    'a total with an unknown refund is exact': ["refund === 'unknown' || (refund", '(refund'],
    'a payment without an amount is counted': [
      'if (amountFen === null) return null;',
      'if (amountFen === null) return { fen: 0, isAtMost: false };',
    ],
  }),
  ...mutantsOf('miniprogram/domain/plain-text.ts', ['domain/order-number'], {
    'digits of full width are not read without Unicode data': [
      'String.fromCharCode(wide.charCodeAt(0) - 0xfee0)',
      'wide',
    ],
    'a blank of full width is not one without Unicode data': ["replace(/\\u3000/g, ' ')", 'trim()'],
    'circled digits are not read': [".normalize('NFKC')", ''],
  }),
  ...mutantsOf('miniprogram/domain/order-number.ts', ['domain/order-number'], {
    'a word of twelve characters is a number': ['{16,64}', '{12,64}'],
    'a text of any length is searched': ['if (text.length > LONGEST_TEXT) return [];', ''],
    'a phrase is a number': [
      "isGrouped(groups) ? readingsOf(groups.join('')) : []",
      "readingsOf(groups.join(''))",
    ],
    'a number with an unreadable part is read': [
      'parts.every((numbers) => numbers.length > 0)',
      'true',
    ],
  }),
];
