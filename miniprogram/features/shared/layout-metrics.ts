import type { Heights } from '../../state/window/window';

/** How large everything is on one phone, for one person. */
export interface LayoutMetrics {
  /** All text is this many times as large as designed. */
  readonly factor: number;
  /** Amount and badges stand below description and time, because there is no room beside them. */
  readonly stacked: boolean;
  readonly heights: Heights;
}

/** WeChat's text-size factors end at 2; its smallest is 0.94. */
const LEAST_FACTOR = 0.8;
const LARGEST_FACTOR = 2;
/** Screen widths per factor of 1, in px: a day of another year, with its time, has room on one line. */
const LEAST_WIDTH = 200;
/** A header is a button: in px, what a finger needs. */
const LEAST_HEADER = 44;
/** Screen widths below this many px, counted in enlarged px, stack their rows. */
const ROOMY = 350;
/** The features are a column that is not wider than this many px: styles/column.wxss. */
const WIDEST_COLUMN = 664;

/**
 * Measures of rows and headers. Heights are whole px, so that thousands of them add up exactly.
 *
 * @param textSize - WeChat's `fontSizeScaleFactor`; 1 as designed.
 * @param width - Of the window, in px.
 */
export function layoutMetricsFor(textSize: number, width: number): LayoutMetrics {
  const largest = Math.min(LARGEST_FACTOR, width / LEAST_WIDTH);
  const factor = Math.min(largest, Math.max(LEAST_FACTOR, textSize || 1));
  const stacked = width / factor < ROOMY;
  const row = stacked ? 34 + 90 * factor : 32 + 44 * factor;
  const header = stacked ? 12 + 42 * factor : 20 + 24 * factor;
  return {
    factor,
    stacked,
    heights: { row: Math.round(row), header: Math.max(LEAST_HEADER, Math.round(header)) },
  };
}

/** Measures of this phone as it is now; a text size that WeChat does not tell is the designed one. */
export function phoneLayoutMetrics(): LayoutMetrics {
  const { fontSizeScaleFactor = 1 } = wx.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  const width = Math.min(WIDEST_COLUMN, wx.getWindowInfo().windowWidth);
  return layoutMetricsFor(fontSizeScaleFactor, width);
}
