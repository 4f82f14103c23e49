import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from '../../elements/dom';
import { tagOf } from './element-facts';

type Node = glassEasel.Node;

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const attributes = (element: glassEasel.Element): string => {
  const pairs: [string, unknown][] = [
    ['id', element.id],
    ['class', element.class],
    ...Object.entries(element.dataset as object).map(([name, value]): [string, unknown] => [
      `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
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

/** The element's children as WXML; of a component, what stands inside of it. */
export const innerWxml = (element: glassEasel.Element): string => {
  const inside = (element as Partial<glassEasel.GeneralComponent>).getShadowRoot?.() ?? null;
  const isBuiltIn = (element as { is?: string }).is?.startsWith('wx-') === true;
  const parent = inside && !isBuiltIn ? inside : element;
  return parent.childNodes.map(wxmlOf).join('');
};

const wxmlOf = (node: Node): string => {
  const element = node.asElement();
  if (!element) return escaped(node.asTextNode()?.textContent ?? '');
  return outerWxml(element);
};

/** The element and what is in it as WXML; blocks such as wx:if leave no trace. */
export const outerWxml = (element: glassEasel.Element): string => {
  const tag = tagOf(element);
  if (tag === null) return element.childNodes.map(wxmlOf).join('');
  return `<${tag}${attributes(element)}>${innerWxml(element)}</${tag}>`;
};
