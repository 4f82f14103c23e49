import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from './base';

/** A part of an element that the classes and styles of the template around the element apply to. */
export interface Part {
  element: HTMLElement;
  /** Replaces its classes and its style. */
  restyle(classes: string, style: string): void;
}

/**
 * Makes a part of an element.
 *
 * @param name - value of its attribute `data-part`, by which preview/host/device.css selects it
 */
export const createPart = (node: glassEasel.Element, name: string): Part | null => {
  const made = node.ownerShadowRoot?.createNativeNode('div');
  if (!made) return null;
  const element = domElement(made);
  element.dataset['part'] = name;
  element.ariaHidden = 'true';
  return {
    element,
    restyle(classes, style) {
      made.class = classes;
      made.setNodeStyle(style);
    },
  };
};
