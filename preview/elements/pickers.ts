import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { Special } from './base';

type ElementNode = glassEasel.GeneralComponent;

interface PickerData {
  mode: string;
  range: unknown[];
  rangeKey: string;
  fields: string;
  value: unknown;
  start: string;
  end: string;
  disabled: boolean;
}

/** The browser's input for a mode of WeChat's picker; the other modes use a list. */
const INPUT_TYPES: Record<string, string> = { date: 'date', time: 'time' };

const labelsOf = (range: unknown, key: string): string[] =>
  (Array.isArray(range) ? range : []).map((item: unknown) =>
    String(key ? (item as Record<string, unknown>)[key] : item),
  );

const select = (labels: string[], chosen: number): HTMLSelectElement => {
  const made = document.createElement('select');
  made.append(...labels.map((text, index) => new Option(text, String(index))));
  made.selectedIndex = chosen;
  return made;
};

/** The controls of a picker, one a column, and how their value is read. */
const controls = (node: ElementNode) => {
  const { mode, range, rangeKey, fields, value, start, end } = node.data as unknown as PickerData;
  const type = mode === 'date' && fields === 'month' ? 'month' : INPUT_TYPES[mode];
  if (type) {
    const made = Object.assign(document.createElement('input'), { type, min: start, max: end });
    made.value = typeof value === 'string' ? value : '';
    return { columns: [made], read: () => made.value };
  }
  if (mode === 'multiSelector') {
    const chosen = Array.isArray(value) ? (value as number[]) : [];
    const columns = range.map((column, nth) =>
      select(labelsOf(column, rangeKey), chosen[nth] ?? 0),
    );
    columns.forEach((column, nth) =>
      column.addEventListener('change', () =>
        node.triggerEvent('columnchange', { column: nth, value: column.selectedIndex }),
      ),
    );
    return { columns, read: () => columns.map((column) => column.selectedIndex) };
  }
  const column = select(labelsOf(range, rangeKey), Number(value) || 0);
  return { columns: [column], read: () => String(column.selectedIndex) };
};

const button = (text: string, onClick: () => void) => {
  const made = Object.assign(document.createElement('button'), { textContent: text });
  made.addEventListener('click', onClick);
  return made;
};

/** Opens the picker's sheet; 确定 triggers `change`, 取消 triggers `cancel`. */
const open = (node: ElementNode): void => {
  const layer = Object.assign(document.createElement('div'), { className: 'device-layer' });
  const sheet = Object.assign(document.createElement('div'), {
    className: 'device-sheet device-picker',
  });
  const { columns, read } = controls(node);
  const close = (name: 'change' | 'cancel', detail: object): void => {
    layer.remove();
    if (name === 'change') node.setData(detail);
    node.triggerEvent(name, detail);
  };
  sheet.append(
    button('取消', () => close('cancel', {})),
    ...columns,
    button('确定', () => close('change', { value: read() })),
  );
  layer.append(sheet);
  document.body.append(layer);
};

/**
 * WeChat's <picker>, with the browser's own controls. The mode `region` has no regions.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/picker.html
 */
export const picker: Special = {
  properties: {
    mode: { type: String, value: 'selector' },
    range: { type: Array, value: [] },
    rangeKey: String,
    value: { type: null, value: 0 },
    start: String,
    end: String,
    fields: { type: String, value: 'day' },
    customItem: String,
    level: String,
    headerText: String,
    disabled: Boolean,
    name: String,
  },
  attached(node) {
    node.addListener('tap', () => {
      if (!(node.data as unknown as PickerData).disabled) open(node);
    });
  },
};
