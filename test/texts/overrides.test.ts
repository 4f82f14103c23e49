import { beijingTime } from '../../miniprogram/domain/time';
import { textsIn, textsOf, type TextOverrides } from '../../miniprogram/texts/texts';

const traditional: TextOverrides = {
  title: '付款紀錄',
  status: { success: '已付款' },
  find: { filter: { title: '篩選' } },
  rowTime: (at) => `${at.month}/${at.day}`,
};

describe('the words of a host app', () => {
  const texts = textsOf({ language: 'zh-TW', texts: { 'zh-TW': traditional } });
  const simplified = textsIn('zh-CN');

  it('replace those of the nearest language of the module, also inside a group', () => {
    expect(texts.title).toBe('付款紀錄');
    expect(texts.find.filter.title).toBe('篩選');
    expect(texts.rowTime(beijingTime(0), beijingTime(0))).toBe('1/1');
    expect(texts.find.filter.apply).toBe(simplified.find.filter.apply);
    expect(texts.detail).toEqual(simplified.detail);
  });

  it('leave plain groups, as setData needs them', () => {
    expect(JSON.parse(JSON.stringify(texts.status))).toEqual({
      ...simplified.status,
      success: '已付款',
    });
  });

  it('change nothing of the module', () => {
    expect(textsIn('zh-CN').title).toBe('支付记录');
    expect(textsOf({ language: 'zh-CN', texts: { 'zh-TW': traditional } })).toBe(simplified);
  });

  it('stand on the language that is chosen, also where two languages share them', () => {
    const own = { title: 'Bills' };
    const shared = { en: own, 'zh-CN': own };
    const english = textsOf({ language: 'en', texts: shared });
    const chinese = textsOf({ language: 'zh-CN', texts: shared });
    expect([english.title, english.retry]).toEqual(['Bills', textsIn('en').retry]);
    expect([chinese.title, chinese.retry]).toEqual(['Bills', '重试']);
  });

  it.each([
    ['a text for a function', { month: '{y}年' }],
    ['a function for a text', { title: () => 'Bills' }],
    ['a text for a group', { status: 'paid' }],
    ['a number', { retry: 1 }],
  ])('are left out where they are of another type: %s', (_what, own) => {
    const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const given = own as unknown as TextOverrides;
    const merged = textsOf({ language: 'en', texts: { en: { ...given, noMore: 'The end' } } });
    const [[name] = ['']] = Object.entries(own);
    expect(reported.mock.calls).toEqual([
      [expect.stringContaining(`the word ${name} is left out`)],
    ]);
    expect(Reflect.get(merged, name)).toEqual(Reflect.get(textsIn('en'), name));
    expect(Reflect.get(merged, 'noMore')).toBe('The end');
    reported.mockRestore();
  });

  it('are merged once', () => {
    expect(textsOf({ language: 'zh-TW', texts: { 'zh-TW': traditional } })).toBe(texts);
  });

  it('stand on English for a language that is not Chinese', () => {
    const french = textsOf({ language: 'fr', texts: { fr: { title: 'Paiements' } } });
    expect([french.title, french.retry]).toEqual(['Paiements', textsIn('en').retry]);
  });

  it('may be missing for a language: the nearest one stands in', () => {
    expect(textsOf({ language: 'zh-TW' })).toBe(simplified);
    expect(textsOf({ language: 'fr', texts: {} })).toBe(textsIn('en'));
  });
});
