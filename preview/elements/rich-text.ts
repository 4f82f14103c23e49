import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement, type Special } from './base';

interface RichNode {
  type?: 'node' | 'text';
  text?: string;
  name?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
}

/** Tags that WeChat's <rich-text> shows; it removes the others with their content. */
const TAGS = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del ' +
    'div dl dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p ' +
    'pre q rt ruby s section small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);
const ATTRIBUTES = [
  'class',
  'style',
  'alt',
  'src',
  'height',
  'width',
  'colspan',
  'rowspan',
  'align',
  'start',
  'type',
  'color',
];

const isWanted = (name: string) => TAGS.has(name.toLowerCase());

const decoded = (text: string): string =>
  new DOMParser().parseFromString(text.replace(/</g, '&lt;'), 'text/html').body.textContent ?? '';

const built = ({ type, text = '', name = '', attrs = {}, children = [] }: RichNode): Node[] => {
  if (type === 'text') return [document.createTextNode(decoded(text))];
  if (!isWanted(name)) return [];
  const element = document.createElement(name);
  for (const attribute of ATTRIBUTES) {
    const value = attrs[attribute];
    if (value !== undefined) element.setAttribute(attribute, value);
  }
  element.append(...children.flatMap(built));
  return [element];
};

/** Turns parsed HTML into nodes, so that only the known tags and attributes reach the page. */
const parsed = (node: Node): RichNode[] => {
  if (node instanceof Text) return [{ type: 'text', text: node.data }];
  if (!(node instanceof Element)) return [];
  const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  const children = [...node.childNodes].flatMap(parsed);
  return [{ name: node.localName, attrs, children }];
};

/**
 * WeChat's <rich-text>: `nodes` are HTML or a list.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/rich-text.html
 */
export const richText: Special = {
  properties: { nodes: { type: null, value: [] }, space: String },
  observers: {
    nodes(this: glassEasel.GeneralComponent, nodes: RichNode[] | string | null) {
      const list =
        typeof nodes === 'string'
          ? [...new DOMParser().parseFromString(nodes, 'text/html').body.childNodes].flatMap(parsed)
          : (nodes ?? []);
      domElement(this).replaceChildren(...list.flatMap(built));
    },
  },
};
