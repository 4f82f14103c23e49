import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from '../../elements/base';
import { BUILT_IN_ELEMENTS } from '../../elements/names';
import type { ElementReference } from '../protocol';
import { attributesOf } from './attributes';

type Element = glassEasel.Element;

/** Tag as in WXML; null for a node without a DOM element: wx:if, or a component with a virtual host. */
export const tagOf = (element: Element): string | null =>
  element.asVirtualNode() || !element.getBackendElement()
    ? null
    : (element as glassEasel.GeneralComponent).tagName;

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

const writtenAttributes = (element: Element): string =>
  attributesOf(element)
    .map(([name, text]) => ` ${name}="${escaped(text)}"`)
    .join('');

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
  return `<${tag}${writtenAttributes(element)}>${innerWxml(element)}</${tag}>`;
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
