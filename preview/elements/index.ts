import type { CodeSpace, glassEasel } from 'glass-easel-miniprogram-adapter';
import { button } from './button';
import { base, domElement, type Special } from './base';
import { input, textarea } from './field';
import { checkbox, group, label, radio, switchElement } from './choices';
import { form } from './form';
import { image } from './image';
import { navigator } from './navigator';
import { picker } from './pickers';
import { pickerView, pickerViewColumn } from './picker-view';
import { richText } from './rich-text';
import { scrollView } from './scroll-view';
import { icon, matchMediaElement, movableView, progress, slider } from './simple';
import { swiper, swiperItem } from './swiper';
import { text } from './text';
import { BUILT_IN_ELEMENTS } from './names';

/** Elements with behaviour of their own; the others are plain boxes. */
const special: Record<string, Special> = {
  button,
  image,
  input,
  textarea,
  'scroll-view': scrollView,
  navigator,
  swiper,
  'swiper-item': swiperItem,
  label,
  form,
  picker,
  'picker-view': pickerView,
  'picker-view-column': pickerViewColumn,
  switch: switchElement,
  slider,
  icon,
  radio,
  'radio-group': group,
  checkbox,
  'checkbox-group': group,
  'rich-text': richText,
  progress,
  text,
  'cover-image': image,
  'movable-view': movableView,
  'match-media': matchMediaElement,
};

/** Stands for an element that the preview does not have. */
const box = (tag: string): Special => ({
  attached(node) {
    const element = domElement(node);
    element.classList.add('device-unknown');
    element.dataset['tag'] = `<${tag}>`;
  },
});

/**
 * Registers WeChat's elements for templates. Call before any component is registered.
 *
 * @param unknown - tags that become labelled boxes
 */
export const registerElements = (space: CodeSpace, unknown: readonly string[]): void => {
  const components = space.getComponentSpace();
  for (const tag of [...BUILT_IN_ELEMENTS, ...unknown]) {
    const definition = components.defineComponent({
      is: `wx-${tag}`,
      ...base(unknown.includes(tag) ? box(tag) : special[tag]),
    }) as unknown as glassEasel.GeneralComponentDefinition;
    components.setGlobalUsingComponent(tag, definition);
  }
};
