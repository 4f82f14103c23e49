import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement, type Special } from './base';

type ElementNode = glassEasel.GeneralComponent;

/** The characters that `decode` writes for entities. */
const ENTITIES: Record<string, string> = {
  nbsp: '\u00A0',
  ensp: '\u2002',
  emsp: '\u2003',
  lt: '<',
  gt: '>',
  amp: '&',
  apos: "'",
};

const ENTITY = new RegExp(`&(${Object.keys(ENTITIES).join('|')});`, 'g');

/** Decodes the texts directly inside of an element, now and whenever the template changes them. */
const decodeTexts = (element: HTMLElement): MutationObserver => {
  const decode = (nodes: Iterable<Node>) => {
    for (const node of nodes) {
      if (!(node instanceof Text) || node.parentNode !== element) continue;
      const decoded = node.data.replace(ENTITY, (_all, name: string) => ENTITIES[name] ?? '');
      if (decoded !== node.data) node.data = decoded;
    }
    // What is decoded may contain an entity again.
    observer.takeRecords();
  };
  const observer = new MutationObserver((changes) =>
    decode(new Set(changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes]))),
  );
  observer.observe(element, { characterData: true, childList: true, subtree: true });
  decode(element.childNodes);
  return observer;
};

/** By text: what decodes it. */
const decoders = new WeakMap<ElementNode, MutationObserver>();

/** @see https://developers.weixin.qq.com/miniprogram/dev/component/text.html */
export const text: Special = {
  properties: {
    selectable: Boolean,
    space: String,
    decode: Boolean,
    overflow: String,
    maxLines: Number,
  },
  observers: {
    'selectable, userSelect'(this: ElementNode, selectable: boolean, userSelect: boolean) {
      domElement(this).style.userSelect = selectable || userSelect ? 'text' : '';
    },
    decode(this: ElementNode, isOn: boolean) {
      decoders.get(this)?.disconnect();
      if (isOn) decoders.set(this, decodeTexts(domElement(this)));
    },
    space(this: ElementNode, space: string) {
      if (space) domElement(this).style.whiteSpace = 'pre-wrap';
    },
  },
};
