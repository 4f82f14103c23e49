import type { TouchDescription } from '../protocol';

type TouchType = 'touchstart' | 'touchmove' | 'touchend';

const toTouch = (element: HTMLElement, description: TouchDescription): Touch => {
  const { left, top, width, height } = element.getBoundingClientRect();
  const { scrollLeft, scrollTop } = document.documentElement;
  const { identifier = 1, pageX, pageY } = description;
  const {
    clientX = pageX === undefined ? left + width / 2 : pageX - scrollLeft,
    clientY = pageY === undefined ? top + height / 2 : pageY - scrollTop,
  } = description;
  return new Touch({ identifier, target: element, clientX, clientY });
};

/**
 * Sends one touch event to an element, as a finger does; what is said of no finger is one in its middle.
 *
 * @param touches - fingers on the screen; after a touchend there is none
 * @param changed - fingers the event is about
 */
export const sendTouch = (
  element: HTMLElement,
  type: TouchType,
  touches?: TouchDescription[],
  changed: TouchDescription[] = touches?.length ? touches : [{}],
): void => {
  const onScreen = touches ?? (type === 'touchend' ? [] : changed);
  const list = onScreen.map((one) => toTouch(element, one));
  element.dispatchEvent(
    new TouchEvent(type, {
      bubbles: true,
      cancelable: true,
      composed: true,
      touches: list,
      targetTouches: list,
      changedTouches: changed.map((one) => toTouch(element, one)),
    }),
  );
};

/** Touches an element in its middle and lets go: the framework makes the tap of it. */
export const tap = (element: HTMLElement): void => {
  sendTouch(element, 'touchstart');
  sendTouch(element, 'touchend');
};
