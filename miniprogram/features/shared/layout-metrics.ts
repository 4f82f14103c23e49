import type { Heights } from '../../state/window/window';

/** Sizes for one window and one text size. */
export interface LayoutMetrics {
  /** Text size as a multiple of the design. */
  readonly factor: number;
  /** Amount and badges stand below description and time: there is no room beside them. */
  readonly stacked: boolean;
  readonly heights: Heights;
}

/** WeChat's text-size factors go from 0.94 to 2. */
const LEAST_FACTOR = 0.8;
const LARGEST_FACTOR = 2;
/** Assumed while WeChat does not report a width, in px. */
const DEFAULT_WIDTH = 375;
/** Smallest window width per factor of 1, in px: a date with year and time then fits on one line. */
const LEAST_WIDTH = 200;
/** Smallest height of a header in px: it is a button, and a finger needs this much. */
const LEAST_HEADER = 44;
/** Rows are stacked where the window width divided by the factor is less, in px. */
const MIN_UNSTACKED_WIDTH = 350;
/** Largest width of a feature in px. styles/column.wxss has half of it; a test compares the two. */
export const WIDEST_COLUMN = 664;

/**
 * Computes the sizes of rows and headers. Heights are whole px, so that the sum of thousands is exact.
 *
 * @param textSize - WeChat's `fontSizeScaleFactor`; 1 is the designed size.
 * @param windowWidth - Window width in px. WeChat may report no width, 0 or a negative one at the start.
 */
export function layoutMetricsFor(textSize: unknown, windowWidth: unknown): LayoutMetrics {
  const width = Math.min(WIDEST_COLUMN, positive(windowWidth, DEFAULT_WIDTH));
  const largest = Math.min(LARGEST_FACTOR, width / LEAST_WIDTH);
  const factor = Math.max(LEAST_FACTOR, Math.min(largest, positive(textSize, 1)));
  const stacked = width / factor < MIN_UNSTACKED_WIDTH;
  const row = stacked ? 34 + 90 * factor : 32 + 44 * factor;
  const header = stacked ? 12 + 42 * factor : 20 + 24 * factor;
  return {
    factor,
    stacked,
    heights: { row: Math.round(row), header: Math.max(LEAST_HEADER, Math.round(header)) },
  };
}

/** The sizes for the present window and text size. Older WeChat versions do not report the text size. */
export function phoneLayoutMetrics(): LayoutMetrics {
  const { fontSizeScaleFactor }: { fontSizeScaleFactor?: number } = wx.getAppBaseInfo();
  return layoutMetricsFor(fontSizeScaleFactor, wx.getWindowInfo().windowWidth);
}

function positive(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : otherwise;
}
