import { beijingTime, parseTime } from '../../miniprogram/domain/time';
import { textsIn, type Language } from '../../miniprogram/texts/texts';

const at = (text: string) => {
  const seconds = parseTime(text);
  if (seconds === null) throw new Error(`no time: ${text}`);
  return beijingTime(seconds);
};
const NOW = at('2026-11-23T14:40:00+08:00');

describe.each<[Language, Record<string, string>]>([
  [
    'zh-CN',
    {
      '2026-11-23T14:32:59+08:00': '今天 14:32',
      '2026-11-23T00:00:00+08:00': '今天 00:00',
      '2026-11-22T23:59:59+08:00': '11月22日 23:59',
      '2026-11-20T09:15:00+08:00': '11月20日 09:15',
      '2026-01-01T00:03:00+08:00': '1月1日 00:03',
      '2025-12-31T23:59:00+08:00': '2025年12月31日 23:59',
      '2024-03-02T09:15:00+08:00': '2024年3月2日 09:15',
      '2025-11-23T14:32:00+08:00': '2025年11月23日 14:32',
      '2025-12-31T16:00:00Z': '1月1日 00:00',
    },
  ],
  [
    'en',
    {
      '2026-11-23T14:32:59+08:00': 'Today 14:32',
      '2026-11-20T09:15:00+08:00': 'Nov 20 09:15',
      '2026-10-23T14:32:00+08:00': 'Oct 23 14:32',
      '2024-03-02T09:15:00+08:00': 'Mar 2, 2024 09:15',
    },
  ],
])('the time in %s', (language, expected) => {
  it.each(Object.entries(expected))('of %s is %s', (moment, text) => {
    expect(textsIn(language).time(at(moment), NOW)).toBe(text);
  });
});

describe('the time in a row', () => {
  it('has no year: the header of its month shows it', () => {
    const old = at('2024-03-02T09:15:00+08:00');
    expect(textsIn('zh-CN').rowTime(old, NOW)).toBe('3月2日 09:15');
    expect(textsIn('en').rowTime(old, NOW)).toBe('Mar 2 09:15');
  });

  it('has no date today', () => {
    expect(textsIn('zh-CN').rowTime(NOW, NOW)).toBe('今天 14:40');
    expect(textsIn('en').rowTime(NOW, NOW)).toBe('Today 14:40');
  });

  it('has the date on the same day of another year', () => {
    expect(textsIn('zh-CN').rowTime(at('2025-11-23T14:32:00+08:00'), NOW)).toBe('11月23日 14:32');
  });
});

describe('months and counts', () => {
  it('a month is named with its year', () => {
    expect(textsIn('zh-CN').month(2026, 11)).toBe('2026年11月');
    expect(textsIn('en').month(2026, 11)).toBe('Nov 2026');
  });

  it('payments are counted', () => {
    expect(textsIn('zh-CN').count(5)).toBe('5 笔');
    expect(textsIn('zh-CN').loadedCount(2)).toBe('已加载 2 笔');
    expect(textsIn('en').count(1)).toBe('1 payment');
    expect(textsIn('en').count(5)).toBe('5 payments');
    expect(textsIn('en').loadedCount(1)).toBe('1 loaded');
  });
});

describe('the result of a refresh', () => {
  it.each([
    [0, 0, '没有新变化', 'Nothing new'],
    [2, 0, '2 笔新记录', '2 new'],
    [0, 1, '1 笔有变化', '1 changed'],
    [1, 3, '1 笔新记录，3 笔有变化', '1 new, 3 changed'],
  ])('the text names %i new and %i changed payments', (added, changed, inChinese, inEnglish) => {
    expect(textsIn('zh-CN').refreshed(added, changed)).toBe(inChinese);
    expect(textsIn('en').refreshed(added, changed)).toBe(inEnglish);
  });
});

describe.each<Language>(['zh-CN', 'en'])('every string in %s', (language) => {
  const strings = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(strings)
        : [];
  const { comma, semicolon, language: own, ...texts } = textsIn(language);
  const all = strings(texts);

  it('is not blank', () => {
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((text) => text.trim() === '' || text !== text.trim())).toEqual([]);
  });

  it('belongs to a text that names its language', () => expect(own).toBe(language));

  it('has the comma of the language', () => {
    expect([comma, semicolon]).toEqual(language === 'zh-CN' ? ['，', '；'] : [', ', '; ']);
  });

  it('is written in that language', () => {
    const chinese = /\p{Script=Han}/u;
    const foreign = all.filter((text) => chinese.test(text) !== (language === 'zh-CN'));
    // The mark of QQ is the same letter in both languages.
    expect(foreign.filter((text) => text !== 'Q')).toEqual([]);
  });

  it('marks every gateway with one letter, different from the others', () => {
    const marks = Object.values(textsIn(language).mark);
    expect(marks.every((mark) => Array.from(mark).length === 1)).toBe(true);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('offers no login: a session of the app may have none', () => {
    const { happened, advice } = textsIn(language).errors.unauthorized;
    expect(happened).toMatch(/登录|sign-in/);
    expect(advice).not.toMatch(/登录|sign/i);
  });

  it('has different words for each error', () => {
    const happened = Object.values(textsIn(language).errors).map((error) => error.happened);
    expect(new Set(happened).size).toBe(happened.length);
  });
});
