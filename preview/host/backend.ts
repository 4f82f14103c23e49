import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { BUILT_IN_ELEMENTS } from '../elements/names';

/** What the browser may tell the mini program by itself; every other event comes from an element or component. */
const NATIVE_EVENTS = new Set([
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
]);

/**
 * glass-easel's DOM backend with WeChat's names and events: <button> is not the browser's, and a
 * browser's `click` is not one that a component triggers.
 */
export class DeviceBackend extends glassEasel.CurrentWindowBackendContext {
  override document = {
    createElement: (tag: string) =>
      document.createElement(BUILT_IN_ELEMENTS.includes(tag) ? `wx-${tag}` : tag),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as glassEasel.CurrentWindowBackendContext['document'];

  override setListenerStats(
    ...listener: Parameters<glassEasel.CurrentWindowBackendContext['setListenerStats']>
  ): void {
    if (NATIVE_EVENTS.has(listener[1])) super.setListenerStats(...listener);
  }
}
