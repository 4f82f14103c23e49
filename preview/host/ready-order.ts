import { glassEasel } from 'glass-easel-miniprogram-adapter';

const depthOf = (node: glassEasel.GeneralComponent): number => {
  let depth = 0;
  let above: glassEasel.Node | null = node;
  while (above) {
    const host: glassEasel.Node | undefined = above.asShadowRoot()?.getHostNode();
    above = host ?? above.parentNode;
    depth += 1;
  }
  return depth;
};

/**
 * Triggers `ready` after the layout, in WeChat's order: the components of a template before their owner.
 *
 * @returns a function that schedules `ready` of an attached component
 */
export const createReadyQueue = (): ((node: glassEasel.GeneralComponent) => void) => {
  let attached: glassEasel.GeneralComponent[] = [];
  const flush = () => {
    const open: { node: glassEasel.GeneralComponent; depth: number }[] = [];
    const close = (depth: number) => {
      while ((open.at(-1)?.depth ?? 0) >= depth) {
        const node = open.pop()?.node;
        if (node && glassEasel.Element.isAttached(node)) node.triggerLifetime('ready', []);
      }
    };
    const nodes = attached;
    attached = [];
    // Nodes were attached owner first.
    for (const node of nodes) {
      const depth = depthOf(node);
      close(depth);
      open.push({ node, depth });
    }
    close(1);
  };
  return (node) => {
    if (attached.length === 0) requestAnimationFrame(flush);
    attached.push(node);
  };
};
