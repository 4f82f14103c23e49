import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement, type Special } from './base';
import { createPart, type Part } from './part';
import { ancestor } from './tree';

type ElementNode = glassEasel.GeneralComponent;

const columnsOf = (view: ElementNode) => [
  ...domElement(view).querySelectorAll<HTMLElement>('wx-picker-view-column'),
];

/** By view: the mark of the chosen rows. Every row is as high as the mark. */
const indicators = new WeakMap<ElementNode, Part>();

const rowHeight = (view: ElementNode): number => indicators.get(view)?.element.offsetHeight || 34;

/** By view: the chosen rows that it shows. */
const shown = new WeakMap<ElementNode, number[]>();

/** The row of each column that is in the middle. */
const readRows = (view: ElementNode): number[] =>
  columnsOf(view).map((column) => Math.round(column.scrollTop / rowHeight(view)));

/** Scrolls the rows of the value into the middle. A row that a column does not have is its last one. */
const showRows = (view: ElementNode): void => {
  if (!view.getBackendElement()) return;
  const { value } = view.data as { value: number[] | null };
  domElement(view).style.setProperty('--device-row', `${rowHeight(view)}px`);
  columnsOf(view).forEach((column, nth) => {
    column.scrollTop = (value?.[nth] ?? 0) * rowHeight(view);
  });
  shown.set(view, readRows(view));
};

/**
 * WeChat's <picker-view>: columns that scroll, and snap to a row.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/picker-view.html
 */
export const pickerView: Special = {
  properties: {
    value: { type: Array, value: [] },
    indicatorStyle: String,
    indicatorClass: String,
    maskStyle: String,
    maskClass: String,
    immediateChange: Boolean,
    name: String,
  },
  observers: {
    'indicatorClass, indicatorStyle'(this: ElementNode, classes: string, style: string) {
      indicators.get(this)?.restyle(classes, style);
    },
    'value, indicatorClass, indicatorStyle'(this: ElementNode) {
      requestAnimationFrame(() => showRows(this));
    },
  },
  attached(node) {
    const indicator = createPart(node, 'indicator');
    if (!indicator) return;
    indicators.set(node, indicator);
    domElement(node).append(indicator.element);
  },
};

/** @see https://developers.weixin.qq.com/miniprogram/dev/component/picker-view-column.html */
export const pickerViewColumn: Special = {
  attached(node) {
    domElement(node).addEventListener('scrollend', () => {
      const view = ancestor(node, 'picker-view');
      if (!view) return;
      const value = readRows(view);
      // The view scrolls, too, to a value that it is given.
      if (JSON.stringify(shown.get(view)) === JSON.stringify(value)) return;
      shown.set(view, value);
      view.triggerEvent('change', { value });
    });
  },
};
