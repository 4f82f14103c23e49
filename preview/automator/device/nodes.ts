import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from '../../elements/base';
import { BUILT_IN_ELEMENTS } from '../../elements/names';
import type { ElementReference } from '../protocol';

type Element = glassEasel.Element;

const camelCase = (name: string) =>
  name.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());

/** A name as in WXML. */
export const kebabCase = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Tag as in WXML; null for a node without a DOM element: wx:if, or a component with a virtual host. */
export const tagOf = (element: Element): string | null =>
  element.asVirtualNode() || !element.getBackendElement()
    ? null
    : (element as glassEasel.GeneralComponent).tagName;

type Values = Record<string, unknown>;

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

/** Properties of one of WeChat's elements that an attribute gave another value than they have without, as text. */
const givenProperties = (element: Element): Record<string, string> => {
  if (!isBuiltIn(element)) return {};
  const [values, without] = [element.data, unsetValues(element)];
  return Object.fromEntries(
    glassEasel.Component.listProperties(element)
      .map((name) => [name, asText(values[name])] as const)
      .filter(([name, text]) => text !== undefined && text !== asText(without[name])),
  );
};

/** Attribute as in WXML; null or undefined when the element has no such attribute. */
export const attributeOf = (element: Element, name: string): unknown => {
  if (name === 'class') return element.class;
  if (name === 'id') return element.id;
  const dataset = element.dataset as Record<string, unknown>;
  if (name.startsWith('data-')) return dataset[camelCase(name.slice(5))];
  return domElement(element).getAttribute(name) ?? givenProperties(element)[camelCase(name)];
};

/** The client reads this property to learn the names of the others. */
const PUBLIC_PROPERTIES = '__propPublic';

/** Values of a component's properties, and under `__propPublic` their names. */
export const propertiesOf = (component: glassEasel.GeneralComponent): Record<string, unknown> => {
  const names = glassEasel.Component.listProperties(component);
  const data = component.data as Record<string, unknown>;
  return {
    ...Object.fromEntries(names.map((name) => [name, data[name]])),
    [PUBLIC_PROPERTIES]: Object.fromEntries(names.map((name) => [name, true])),
  };
};

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const attributesOf = (element: Element): string => {
  const pairs: [string, unknown][] = [
    ['id', element.id],
    ['class', element.class],
    ...Object.entries(element.dataset as object).map(([name, value]): [string, unknown] => [
      `data-${kebabCase(name)}`,
      value,
    ]),
    ...[...domElement(element).attributes]
      .filter(({ name }) => /^(aria-|role$|style$|hidden$)/.test(name))
      .map(({ name, value }): [string, unknown] => [name, value]),
    ...Object.entries(givenProperties(element))
      .filter(([name]) => !/^(aria[A-Z]|hidden$)/.test(name))
      .map(([name, value]): [string, unknown] => [kebabCase(name), value]),
  ];
  return pairs
    .filter(([, value]) => value !== '' && value !== undefined && value !== null)
    .map(([name, value]) => ` ${name}="${escaped(asText(value))}"`)
    .join('');
};

/** The element's children as WXML; for a component, its own template with the content of its slots. */
export const innerWxml = (element: Element): string =>
  element.getComposedChildren().map(wxmlOf).join('');

const wxmlOf = (node: glassEasel.Node): string => {
  const element = node.asElement();
  if (!element) return escaped(node.asTextNode()?.textContent ?? '');
  return outerWxml(element);
};

/** The element with its children as WXML; blocks such as wx:if are left out. */
export const outerWxml = (element: Element): string => {
  const tag = tagOf(element);
  if (tag === null) return innerWxml(element);
  return `<${tag}${attributesOf(element)}>${innerWxml(element)}</${tag}>`;
};

/** Part of the ids of one load of the device: clients may still hold those of an earlier one. */
const LOAD = Math.floor(performance.timeOrigin).toString(36);

/** Gives each selected node an id that is valid while the node is on its page. */
export const createElementRegistry = () => {
  // Weak, so that a client's selections do not keep nodes of closed pages.
  const byId = new Map<string, WeakRef<Element>>();
  const collected = new FinalizationRegistry((id: string) => byId.delete(id));
  const ids = new WeakMap<Element, string>();
  let lastId = 0;

  const idOf = (node: Element): string => {
    const known = ids.get(node);
    if (known) return known;
    lastId += 1;
    const id = `element-${LOAD}-${lastId}`;
    ids.set(node, id);
    byId.set(id, new WeakRef(node));
    collected.register(node, id);
    return id;
  };

  return {
    reference(node: Element): ElementReference {
      const elementId = idOf(node);
      const tagName = tagOf(node) ?? '';
      const isComponent = !BUILT_IN_ELEMENTS.includes(tagName);
      return { elementId, tagName, ...(isComponent && { nodeId: elementId }) };
    },
    /** @throws Error naming an element that is no longer on its page */
    find(elementId: string): Element {
      const [, load, number] = /^element-(\w+)-(\d+)$/.exec(elementId) ?? [];
      const isKnown = load !== undefined && (load !== LOAD || Number(number) <= lastId);
      if (!isKnown) throw new Error(`there is no element ${elementId}`);
      const node = byId.get(elementId)?.deref();
      // A released node has no DOM element.
      const element = node && (domElement(node) as HTMLElement | null);
      if (node && element?.isConnected) return node;
      throw new Error(
        `element ${elementId} is stale: it is no longer on its page, select it again`,
      );
    },
  };
};

/** Ids of the nodes that clients selected. */
export type ElementRegistry = ReturnType<typeof createElementRegistry>;
