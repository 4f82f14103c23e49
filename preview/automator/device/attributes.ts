import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from '../../elements/base';

type Element = glassEasel.Element;
type Values = Record<string, unknown>;

const camelCase = (name: string) =>
  name.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());

/** A name as in WXML. */
const kebabCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** By definition of an element: the values that its properties have without an attribute. */
const unset = new WeakMap<object, Values>();

const unsetValues = (element: glassEasel.GeneralComponent): Values => {
  const definition = element.getComponentDefinition();
  const context = element.getBackendContext();
  const known = unset.get(definition);
  if (known || !context) return known ?? {};
  const blank = glassEasel.Component.createWithContext(element.tagName, definition, context);
  const values = { ...blank.data };
  unset.set(definition, values);
  return values;
};

const isBuiltIn = (element: Element): element is glassEasel.GeneralComponent =>
  (element as { is?: string }).is?.startsWith('wx-') === true;

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** A property of one of WeChat's elements as text; undefined where its value is that without an attribute. */
const givenProperty = (element: Element, name: string): string | undefined => {
  if (!isBuiltIn(element)) return undefined;
  const text = asText(element.data[name]);
  return text === asText(unsetValues(element)[name]) ? undefined : text;
};

/** Attribute as in WXML; null or undefined when the element has no such attribute. */
export const attributeOf = (element: Element, name: string): unknown => {
  if (name === 'class') return element.class;
  if (name === 'id') return element.id;
  const dataset = element.dataset;
  if (name.startsWith('data-')) return dataset[camelCase(name.slice(5))];
  return domElement(element).getAttribute(name) ?? givenProperty(element, camelCase(name));
};

/** Names of properties that the DOM shows by attributes of its own, such as `role`. */
const SHOWN_BY_DOM = /^(aria[A-Z]|hidden$)/;

/** The attributes of an element as in WXML; one without a value is left out. */
export const attributesOf = (element: Element): [name: string, text: string][] => {
  const properties = isBuiltIn(element) ? glassEasel.Component.listProperties(element) : [];
  const names = [
    'id',
    'class',
    ...Object.keys(element.dataset as object).map((name) => `data-${kebabCase(name)}`),
    ...[...domElement(element).attributes]
      .map(({ name }) => name)
      .filter((name) => /^(aria-|role$|style$|hidden$)/.test(name)),
    ...properties.filter((name) => !SHOWN_BY_DOM.test(name)).map(kebabCase),
  ];
  return names.flatMap((name): [string, string][] => {
    const value = attributeOf(element, name);
    return value === '' || value === undefined || value === null ? [] : [[name, asText(value)]];
  });
};
