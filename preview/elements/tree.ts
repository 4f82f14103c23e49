import type { glassEasel } from 'glass-easel-miniprogram-adapter';

type ElementNode = glassEasel.GeneralComponent;

/** The tag of one of the preview's elements; null for another node. */
export const tagOf = (node: glassEasel.Node): string | null => {
  const is = (node as Partial<ElementNode>).is ?? '';
  return is.startsWith('wx-') ? is.slice(3) : null;
};

/** The nearest element of a tag around a node, across the borders of components. */
export const ancestor = (node: glassEasel.Node, tag: string): ElementNode | null => {
  let above: glassEasel.Node | null = node;
  while (above) {
    above = above.asShadowRoot()?.getHostNode() ?? above.parentNode;
    if (above && tagOf(above) === tag) return above as ElementNode;
  }
  return null;
};

/** The elements of the tags inside a node, in the order of the document, also inside components. */
export const descendants = (node: glassEasel.Node, ...tags: string[]): ElementNode[] => {
  const element = node.asElement();
  if (!element) return [];
  const shadow = (element as Partial<ElementNode>).getShadowRoot?.() ?? null;
  const children = [
    ...(shadow && tagOf(element) === null ? shadow.childNodes : []),
    ...element.childNodes,
  ];
  return children.flatMap((child) => [
    ...(tags.includes(tagOf(child) ?? '') ? [child as ElementNode] : []),
    ...descendants(child, ...tags),
  ]);
};
