import { describes } from '../../../../miniprogram/features/payment-history/query/search';
import { order } from '../../support/order';

describe('a text', () => {
  it.each([
    ['part of it', '咖啡', '手冲咖啡课程', true],
    ['another thing', '月卡', '手冲咖啡课程', false],
    ['another case', 'v60', '滤纸 V60-02', true],
    ['letters of another width', 'Ｖ６０', '滤纸 V60-02', true],
    ['several words in any order', '100 滤纸', '滤纸 V60-02 100 张', true],
    ['several words of which one is missing', '滤纸 200', '滤纸 V60-02 100 张', false],
    ['anything', '', '', true],
    ['marks without width in the description', '会员卡', '会\u200b员\u00ad卡', true],
    ['marks without width in the search', '会\u200b员卡', '会员卡', true],
    ['one emoji of several joined ones', '👨‍👩‍👧', '👨‍👩‍👧 家庭套餐', true],
    ['an emoji with and without its variant', '❤', '❤️ 礼盒', true],
    ['no blank where the description has one', '100元', '话费充值 100 元', true],
    ['a blank where the description has none', '100 元', '话费充值100元', true],
    ['another dash', 'V60–02', '滤纸 V60-02', true],
    ['the apostrophe of a keyboard', 'l’oréal', "L'Oréal 礼盒", true],
    ['the quotation marks of a bill', '"双11"', '“双11”特惠', true],
    ['another middle dot', '可可・香奈儿', '可可·香奈儿', true],
    ['a part of a number', '8000', '话费充值 13800138000', true],
    ['a number in groups', '138 0013 8000', '话费充值 13800138000', true],
    ['half a surrogate pair', '\ud83d', '滤纸', false],
  ])('finds by %s', (_, text, description, found) => {
    expect(describes(text)(order({ description }))).toBe(found);
  });
});
