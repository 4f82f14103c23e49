import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from '../../elements/dom';

type Element = glassEasel.Element;

const camel = (name: string) =>
  name.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());

/** Tag as in WXML; null for what has no element of its own: wx:if, or a component with a virtual host. */
export const tagOf = (element: Element): string | null =>
  element.asVirtualNode() || !element.getBackendElement()
    ? null
    : (element as glassEasel.GeneralComponent).tagName;

/** Attribute as in WXML; null or undefined when there is none. */
export const attributeOf = (element: Element, name: string): unknown => {
  if (name === 'class') return element.class;
  if (name === 'id') return element.id;
  const dataset = element.dataset as Record<string, unknown>;
  if (name.startsWith('data-')) return dataset[camel(name.slice(5))];
  return domElement(element).getAttribute(name);
};

/** What the client asks for to learn which properties there are. */
const PUBLIC_PROPERTIES = '__propPublic';

/** The values of a component's properties, and under `__propPublic` which there are. */
export const propertiesOf = (component: glassEasel.GeneralComponent): Record<string, unknown> => {
  const names = glassEasel.Component.listProperties(component);
  const data = component.data as Record<string, unknown>;
  return {
    ...Object.fromEntries(names.map((name) => [name, data[name]])),
    [PUBLIC_PROPERTIES]: Object.fromEntries(names.map((name) => [name, true])),
  };
};
