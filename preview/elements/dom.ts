import type { glassEasel } from 'glass-easel-miniprogram-adapter';

/** The node's DOM element. */
export const domElement = (node: glassEasel.Element): HTMLElement =>
  node.getBackendElement() as unknown as HTMLElement;
