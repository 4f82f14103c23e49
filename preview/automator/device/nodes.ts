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

/** Attribute as in WXML; null or undefined when the element has no such attribute. */
export const attributeOf = (element: Element, name: string): unknown => {
  if (name === 'class') return element.class;
  if (name === 'id') return element.id;
  const dataset = element.dataset as Record<string, unknown>;
  if (name.startsWith('data-')) return dataset[camelCase(name.slice(5))];
  return domElement(element).getAttribute(name);
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
  ];
  return pairs
    .filter(([, value]) => value !== '' && value !== undefined && value !== null)
    .map(
      ([name, value]) =>
        ` ${name}="${escaped(typeof value === 'string' ? value : JSON.stringify(value))}"`,
    )
    .join('');
};

/** The element's children as WXML; for a component, its own template. */
export const innerWxml = (element: Element): string => {
  const shadowRoot = (element as Partial<glassEasel.GeneralComponent>).getShadowRoot?.() ?? null;
  const isBuiltIn = (element as { is?: string }).is?.startsWith('wx-') === true;
  const parent = shadowRoot && !isBuiltIn ? shadowRoot : element;
  return parent.childNodes.map(wxmlOf).join('');
};

const wxmlOf = (node: glassEasel.Node): string => {
  const element = node.asElement();
  if (!element) return escaped(node.asTextNode()?.textContent ?? '');
  return outerWxml(element);
};

/** The element with its children as WXML; blocks such as wx:if are left out. */
export const outerWxml = (element: Element): string => {
  const tag = tagOf(element);
  if (tag === null) return element.childNodes.map(wxmlOf).join('');
  return `<${tag}${attributesOf(element)}>${innerWxml(element)}</${tag}>`;
};

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
    const id = `element-${lastId}`;
    ids.set(node, id);
    byId.set(id, new WeakRef(node));
    collected.register(node, id);
    return id;
  };

  return {
    reference(node: Element): ElementReference {
      const elementId = idOf(node);
      const tagName = tagOf(node) ?? '';
      const isBuiltIn = BUILT_IN_ELEMENTS.includes(tagName);
      return { elementId, tagName, ...(!isBuiltIn && { nodeId: elementId }) };
    },
    /** @throws Error naming an element that is no longer on its page */
    find(elementId: string): Element {
      const [, number] = /^element-(\d+)$/.exec(elementId) ?? [];
      if (!number || Number(number) > lastId) throw new Error(`there is no element ${elementId}`);
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
