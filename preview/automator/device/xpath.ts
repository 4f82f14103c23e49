import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { attributesOf } from './attributes';
import { tagOf } from './nodes';

type Element = glassEasel.Element;

/** Copies what is shown below an element, also in components, to a document with the tags of WXML. */
const copyInto = (copy: globalThis.Element, from: Element, origins: Map<Node, Element>): void => {
  for (const child of from.getComposedChildren()) {
    const element = child.asElement();
    const tag = element && tagOf(element);
    if (!element) copy.append(child.asTextNode()?.textContent ?? '');
    else if (tag === null) copyInto(copy, element, origins);
    else {
      const made = copy.ownerDocument.createElement(tag);
      for (const [name, text] of attributesOf(element)) made.setAttribute(name, text);
      origins.set(made, element);
      copy.append(made);
      copyInto(made, element, origins);
    }
  }
};

/**
 * Selects the elements of a page by XPath, such as `//view[@id="a"]`, also inside components.
 *
 * @throws DOMException when the path is none
 */
export const selectByXpath = (page: Element, xpath: string): Element[] => {
  const copy = document.implementation.createDocument(null, 'page');
  const origins = new Map<Node, Element>([[copy.documentElement, page]]);
  copyInto(copy.documentElement, page, origins);
  const found = copy.evaluate(xpath, copy, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  return Array.from({ length: found.snapshotLength }, (_nothing, nth) =>
    origins.get(found.snapshotItem(nth) ?? copy),
  ).filter((element) => element !== undefined);
};
