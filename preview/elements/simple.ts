import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement, type Special } from './base';

type ElementNode = glassEasel.GeneralComponent;

const SIGNS: Record<string, [sign: string, color: string]> = {
  success: ['✓', '#09BB07'],
  success_no_circle: ['✓', '#09BB07'],
  info: ['i', '#10AEFF'],
  warn: ['!', '#F76260'],
  waiting: ['…', '#10AEFF'],
  cancel: ['×', '#F43530'],
  download: ['↓', '#09BB07'],
  search: ['⌕', '#B2B2B2'],
  clear: ['×', '#B2B2B2'],
};

/** @see https://developers.weixin.qq.com/miniprogram/dev/component/icon.html */
export const icon: Special = {
  properties: { type: String, size: { type: null, value: 23 }, color: String },
  observers: {
    'type, size, color'(this: ElementNode, type: string, size: number | string, color: string) {
      const element = domElement(this);
      const [sign, own] = SIGNS[type] ?? ['', ''];
      element.textContent = sign;
      element.style.fontSize = typeof size === 'number' || /^\d+$/.test(size) ? `${size}px` : size;
      element.style.color = color || own;
    },
  },
};

const GREEN = '#09BB07';

/** @see https://developers.weixin.qq.com/miniprogram/dev/component/progress.html */
export const progress: Special = {
  properties: {
    percent: Number,
    showInfo: Boolean,
    borderRadius: { type: null, value: 0 },
    fontSize: { type: null, value: 16 },
    strokeWidth: { type: null, value: 6 },
    color: { type: String, value: GREEN },
    activeColor: { type: String, value: GREEN },
    backgroundColor: { type: String, value: '#EBEBEB' },
    active: Boolean,
    activeMode: { type: String, value: 'backwards' },
    duration: { type: Number, value: 30 },
  },
  observers: {
    'percent, showInfo, strokeWidth, activeColor, backgroundColor'(this: ElementNode) {
      const { percent, showInfo, strokeWidth, activeColor, color, backgroundColor } = this
        .data as Record<string, string | number>;
      const [bar, done] = [document.createElement('div'), document.createElement('div')];
      bar.style.cssText = `flex: 1; background: ${backgroundColor}; height: ${parseFloat(String(strokeWidth))}px`;
      done.style.cssText = `height: 100%; width: ${percent}%; background: ${activeColor === GREEN ? color : activeColor}`;
      bar.append(done);
      domElement(this).replaceChildren(bar, ...(showInfo ? [`${percent}%`] : []));
    },
  },
  attached(node) {
    node.triggerEvent('activeend', { curPercent: (node.data as { percent: number }).percent });
  },
};

const showSliderValue = (node: ElementNode): void => {
  const element = domElement(node);
  const { showValue } = node.data as { showValue: boolean };
  element.dataset['value'] = showValue ? (element.querySelector('input')?.value ?? '') : '';
};

/** @see https://developers.weixin.qq.com/miniprogram/dev/component/slider.html */
export const slider: Special = {
  properties: {
    min: Number,
    max: { type: Number, value: 100 },
    step: { type: Number, value: 1 },
    disabled: Boolean,
    value: Number,
    color: { type: String, value: '#e9e9e9' },
    selectedColor: { type: String, value: '#1aad19' },
    activeColor: { type: String, value: '#1aad19' },
    backgroundColor: { type: String, value: '#e9e9e9' },
    blockSize: { type: Number, value: 28 },
    blockColor: { type: String, value: '#ffffff' },
    showValue: Boolean,
    name: String,
  },
  observers: {
    'min, max, step, value, disabled, activeColor, showValue'(this: ElementNode) {
      const range = domElement(this).querySelector('input');
      if (!range) return;
      const { min, max, step, value, disabled, activeColor } = this.data as Record<string, number>;
      Object.assign(range, { min, max, step, disabled: Boolean(disabled) });
      range.value = String(value);
      range.style.accentColor = String(activeColor);
      showSliderValue(this);
    },
  },
  attached(node) {
    const range = Object.assign(document.createElement('input'), { type: 'range' });
    for (const [native, name] of [
      ['input', 'changing'],
      ['change', 'change'],
    ] as const) {
      range.addEventListener(native, () => {
        const now = Number(range.value);
        showSliderValue(node);
        if (native === 'change') node.setData({ value: now });
        node.triggerEvent(name, { value: now });
      });
    }
    domElement(node).append(range);
  },
};

/** Boxes whose movement the preview does not imitate. */
export const movableView: Special = {
  properties: { direction: String, x: null, y: null, disabled: Boolean, inertia: Boolean },
};

/**
 * WeChat's <match-media>: shows its content while the window matches.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/match-media.html
 */
export const matchMediaElement: Special = {
  properties: {
    minWidth: { type: Number, value: 0 },
    maxWidth: { type: Number, value: 100_000 },
    width: Number,
    orientation: String,
  },
  observers: {
    'minWidth, maxWidth, width, orientation'(this: ElementNode) {
      const { minWidth, maxWidth, width, orientation } = this.data as Record<string, number>;
      const isWide = innerWidth > innerHeight ? 'landscape' : 'portrait';
      const matches =
        innerWidth >= Number(minWidth) &&
        innerWidth <= Number(maxWidth) &&
        (!width || innerWidth === width) &&
        (!orientation || String(orientation) === isWide);
      domElement(this).toggleAttribute('hidden', !matches);
    },
  },
};
