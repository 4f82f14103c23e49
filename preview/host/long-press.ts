import { glassEasel } from 'glass-easel-miniprogram-adapter';

/** After so long a touch is a long press. */
const LONG_PRESS_MS = 350;
/** A finger that went further is scrolling, in px. */
const MAX_MOVE = 10;

/** The framework's node for the element that was touched, or for the next one around it. */
const nodeOf = (target: EventTarget | null): glassEasel.Element | null => {
  let element = target as (Element & { __wxElement?: glassEasel.Element }) | null;
  while (element && !element.__wxElement) element = element.parentElement;
  return element?.__wxElement ?? null;
};

/**
 * Makes `longpress` of touches that last, which the framework leaves to its host.
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
