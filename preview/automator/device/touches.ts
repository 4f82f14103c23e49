import type { TouchDescription } from '../protocol';

/** The fingers of one touch event. */
export interface Fingers {
  /** Fingers on the screen. @default those that the event reports; none after a touchend */
  touches?: TouchDescription[] | undefined;
  /** Fingers that the event reports. @default those on the screen, or one in the middle of the element */
  changedTouches?: TouchDescription[] | undefined;
}

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

/** One touch event on an element, as the browser makes it. */
export const touchEvent = (
  element: HTMLElement,
  type: string,
  { touches, changedTouches = touches?.length ? touches : [{}] }: Fingers = {},
): TouchEvent => {
  const onScreen = touches ?? (type === 'touchend' ? [] : changedTouches);
  const list = onScreen.map((one) => toTouch(element, one));
  return new TouchEvent(type, {
    bubbles: true,
    cancelable: true,
    composed: true,
    touches: list,
    targetTouches: list,
    changedTouches: changedTouches.map((one) => toTouch(element, one)),
  });
};

/** Touches the middle of an element; the framework derives the tap. */
export const tap = (element: HTMLElement): void => {
  element.dispatchEvent(touchEvent(element, 'touchstart'));
  element.dispatchEvent(touchEvent(element, 'touchend'));
};
