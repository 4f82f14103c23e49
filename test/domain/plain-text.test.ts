import { visibleText } from '../../miniprogram/domain/plain-text';

test.each([
  ...['', ' \n', '\u3000', '\u200b', '\u2060 \ufeff', '\u00ad', '\u202e', '\u3164', '\u2800'],
  ...['\u0000', '\u001f\u007f', '\u115f', '\uffa0', '\ufe0f'],
])('nothing of %j can be seen', (text) => expect(visibleText(text)).toBe(''));

test.each([
  ['a', 'a'],
  [' 咖啡 2 杯\n', '咖啡 2 杯'],
  ['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
  ['\u200b咖啡', '\u200b咖啡'],
  ['¥', '¥'],
  ['é', 'é'],
])('%j can be seen', (text, visible) => expect(visibleText(text)).toBe(visible));

test('many line breaks before a text cost no time', () => {
  const text = `${'\n'.repeat(20_000)}咖啡`;
  expect(visibleText(text)).toBe('咖啡');
  expect(visibleText('\t\n'.repeat(20_000))).toBe('');
});
