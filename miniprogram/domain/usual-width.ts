/**
 * Writes letters, digits and signs of full width, which Chinese keyboards give, in their usual width; also
 * other variants of a character, where the engine knows them.
 *
 * WeChat's engine on Android has no Unicode data: there `normalize` changes nothing.
 */
export function usualWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/\uffe5/g, '¥')
    .normalize('NFKC');
}
