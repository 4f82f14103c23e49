import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from '../../elements/dom';
import { BUILT_IN_ELEMENTS } from '../../elements/names';
import type { ElementReference } from '../protocol';
import { tagOf } from './element-facts';

type Node = glassEasel.Element;

/** Gives nodes ids that last as long as the nodes do. */
export const createElementRegistry = () => {
  const byId = new Map<string, Node>();
  const ids = new WeakMap<Node, string>();
  let lastId = 0;

  const idOf = (node: Node): string => {
    const known = ids.get(node);
    if (known) return known;
    lastId += 1;
    const id = `element-${lastId}`;
    ids.set(node, id);
    byId.set(id, node);
    return id;
  };

  return {
    reference(node: Node): ElementReference {
      const elementId = idOf(node);
      const tagName = tagOf(node) ?? '';
      const isBuiltIn = BUILT_IN_ELEMENTS.includes(tagName);
      return { elementId, tagName, ...(!isBuiltIn && { nodeId: elementId }) };
    },
    /** @throws Error naming an element that is no longer on its page */
    find(elementId: string): Node {
      const node = byId.get(elementId);
      if (!node) throw new Error(`there is no element ${elementId}`);
      // A node that was released has no DOM element any more.
      const element = domElement(node) as HTMLElement | null;
      if (element?.isConnected) return node;
      byId.delete(elementId);
      throw new Error(
        `element ${elementId} is stale: it is no longer on its page, select it again`,
      );
    },
  };
};

/** Ids for the nodes a client has seen. */
export type ElementRegistry = ReturnType<typeof createElementRegistry>;
