import { glassEasel } from 'glass-easel-miniprogram-adapter';

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

/**
 * Triggers `longpress`, which the framework leaves to its host.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html
 */
export const watchLongPress = (): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from = { x: 0, y: 0 };
  const stop = () => clearTimeout(timer);
  document.addEventListener('touchstart', ({ target, touches: [touch] }) => {
    stop();
    if (!touch) return;
    from = { x: touch.clientX, y: touch.clientY };
    timer = setTimeout(() => {
      const node = nodeOf(target);
      if (!node) return;
      glassEasel.Event.triggerEvent(node, 'longpress', from, { bubbles: true, composed: true });
    }, LONG_PRESS_MS);
  });
  document.addEventListener('touchmove', ({ touches: [touch] }) => {
    if (!touch) return;
    if (Math.hypot(touch.clientX - from.x, touch.clientY - from.y) > MAX_MOVE) stop();
  });
  document.addEventListener('touchend', stop);
  document.addEventListener('touchcancel', stop);
};
