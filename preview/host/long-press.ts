import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { touchesOf } from './events';

/** Duration after which a touch is a long press, in milliseconds. */
const LONG_PRESS_MS = 350;
/** A touch that moves further is a scroll, in px. */
const MAX_MOVE = 10;

/** The framework's node of the touched element or of its nearest ancestor that has one. */
const nodeOf = (target: EventTarget | null): glassEasel.Element | null => {
  let element = target as (Element & { __wxElement?: glassEasel.Element }) | null;
  while (element && !element.__wxElement) element = element.parentElement;
  return element?.__wxElement ?? null;
};

/** Whether the node, or one around it, handles the event. */
const isHandled = (from: glassEasel.Element, type: string): boolean => {
  let node: glassEasel.Node | null = from;
  while (node) {
    const { listeners } = (node as { _$eventTarget?: { listeners: object } | null })
      ._$eventTarget ?? {
      listeners: {},
    };
    if (type in listeners) return true;
    node = node.asShadowRoot()?.getHostNode() ?? node.parentNode;
  }
  return false;
};

/**
 * Triggers `longpress` and `longtap`, which the framework leaves to its host. A handled long press is no tap.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html
 */
export const watchLongPress = () => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from = { x: 0, y: 0 };
  let isLong = false;
  const stop = () => clearTimeout(timer);
  const start = (event: Event, at: { clientX: number; clientY: number } | undefined) => {
    stop();
    isLong = false;
    if (!at) return;
    from = { x: at.clientX, y: at.clientY };
    const fields = touchesOf(event);
    timer = setTimeout(() => {
      const node = nodeOf(event.target);
      if (!node) return;
      isLong = isHandled(node, 'longpress');
      for (const type of ['longpress', 'longtap']) {
        const options = { bubbles: true, composed: true, extraFields: fields };
        glassEasel.Event.triggerEvent(node, type, from, options);
      }
    }, LONG_PRESS_MS);
  };
  const move = (at: { clientX: number; clientY: number } | undefined) => {
    if (at && Math.hypot(at.clientX - from.x, at.clientY - from.y) > MAX_MOVE) stop();
  };
  document.addEventListener('touchstart', (event) => start(event, event.touches[0]));
  document.addEventListener('touchmove', ({ touches: [touch] }) => move(touch));
  document.addEventListener('mousedown', (event) => start(event, event));
  document.addEventListener('mousemove', move);
  for (const end of ['touchend', 'touchcancel', 'mouseup']) document.addEventListener(end, stop);
  return {
    /** Whether the touch that ends now was a long press with a handler. */
    wasLong: () => isLong,
  };
};

/** Tells long presses from taps. */
export type LongPress = ReturnType<typeof watchLongPress>;
