import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from '../elements/base';

type Listened = glassEasel.Element | { _$: glassEasel.Element };

interface TouchPoint {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
}

/** A mouse is one finger. */
const MOUSE_IDENTIFIER = 0;

const pointOf = ({ clientX, clientY, identifier }: Touch): TouchPoint => ({
  identifier,
  pageX: clientX + document.documentElement.scrollLeft,
  pageY: clientY + document.documentElement.scrollTop,
  clientX,
  clientY,
});

/**
 * `touches` and `changedTouches` of an event that a finger or the mouse caused; none for another event. Those of a
 * tap are the finger that tapped.
 */
export const touchesOf = (event: unknown, isTap = false): Record<string, TouchPoint[]> => {
  if (event instanceof TouchEvent) {
    const changedTouches = [...event.changedTouches].map(pointOf);
    return { touches: isTap ? changedTouches : [...event.touches].map(pointOf), changedTouches };
  }
  if (!(event instanceof MouseEvent)) return {};
  const { clientX, clientY } = event;
  const point = pointOf({ clientX, clientY, identifier: MOUSE_IDENTIFIER } as Touch);
  return { touches: [point], changedTouches: [point] };
};

const listeningNodes = new WeakMap<object, glassEasel.Element>();

/** The node that listens to an event. */
export const nodeOf = (event: object): glassEasel.Element | undefined => listeningNodes.get(event);

const asNode = (given: Listened): glassEasel.Element => ('_$' in given ? given._$ : given);

/** The fields of a node in an event. */
const described = (node: glassEasel.Element) => {
  const element = domElement(node) as HTMLElement | null;
  return {
    id: node.id,
    dataset: node.dataset,
    // Read when they are needed, because they force a layout.
    get offsetLeft() {
      return element?.offsetLeft ?? 0;
    },
    get offsetTop() {
      return element?.offsetTop ?? 0;
    },
  };
};

/**
 * Gives handlers WeChat's event: plain fields that JSON can hold, and nodes as id, dataset and offset.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html
 */
export const describeEvents = (): void => {
  const prototype = glassEasel.Event.prototype as unknown as {
    wrapShadowedEvent: (this: object, target: Listened, mark: object, current: Listened) => object;
  };
  const wrap = prototype.wrapShadowedEvent;
  prototype.wrapShadowedEvent = function (target, mark, current) {
    const { type, timeStamp, detail, touches, changedTouches } = this as Record<string, unknown>;
    const event = Object.assign(wrap.call(this, target, mark, current), {
      type,
      timeStamp,
      detail,
      mark,
      target: described(asNode(target)),
      currentTarget: described(asNode(current)),
      mut: false,
      ...(touches !== undefined && { touches, changedTouches }),
    });
    listeningNodes.set(event, asNode(current));
    return event;
  };
};
