/** A length in rpx; its group is the number. */
export const RPX = /(-?\d*\.?\d+)rpx\b/g;

/** A length in vh; its group is the number. */
export const VH = /(-?\d*\.?\d+)vh\b/g;

/** 750 rpx are the width of the viewport. */
const RPX_PER_VIEWPORT = 750;

/** A length of so many rpx in CSS. */
export const inViewport = (rpx: number): string => `${(rpx * 100) / RPX_PER_VIEWPORT}vw`;

/** Replaces the lengths in rpx of a style. */
export const withoutRpx = (style: string): string =>
  style.replace(RPX, (_match, size: string) => inViewport(Number(size)));
