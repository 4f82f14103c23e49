/** 750 rpx are the width of the viewport. */
const RPX_PER_VIEWPORT = 750;

/** Texts and addresses of a style, in which nothing is a length. */
const TEXT = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|url\(\s*[^\s"')][^)]*\)|\/\*[^]*?\*\//.source;

/** A number that is no part of a name. */
const NUMBER = /(?<![\w.#-])([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/.source;

const lengthIn = (unit: string) => new RegExp(`${TEXT}|${NUMBER}${unit}(?![\\w-])`, 'gi');

const replaceLengths = (unit: string, by: (size: number) => string) => {
  const lengths = lengthIn(unit);
  return (style: string): string =>
    style.replace(lengths, (found, size?: string) => (size === undefined ? found : by(+size)));
};

/** Replaces the lengths in rpx of a style. */
export const withoutRpx = replaceLengths('rpx', (rpx) => `${(rpx * 100) / RPX_PER_VIEWPORT}vw`);

/** The tab bar takes its height from a page. */
const aboveTabBar = replaceLengths('vh', (vh) => `calc(${vh} * var(--device-vh, 1vh))`);

const INSET = new RegExp(`${TEXT}|\\benv\\(\\s*safe-area-inset-(\\w+)\\s*(?=[,)])`, 'gi');

/** The host sets the insets of the screen as custom properties. */
const withInsets = (style: string): string =>
  style.replace(INSET, (found, edge?: string) =>
    edge === undefined ? found : `var(--safe-area-inset-${edge.toLowerCase()}`,
  );

/** Replaces in a style what a browser does not know, or takes from the machine and not from the phone. */
export const onDevice = (style: string): string =>
  /rpx|vh|env\(/i.test(style) ? withInsets(aboveTabBar(withoutRpx(style))) : style;
