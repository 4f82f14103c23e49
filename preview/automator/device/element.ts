import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from '../../elements/base';
import type { Caller } from '../../host/types';
import type { Domain, Handlers, TouchDescription } from '../protocol';
import { attributeOf, innerWxml, outerWxml, propertiesOf, type ElementRegistry } from './nodes';
import { callMember, readPath } from './page';
import { selectAll } from './selector';

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
 * Dispatches one touch event on an element.
 *
 * @param touches - fingers on the screen
 * @param changed - fingers that the event reports
 * @default one finger in the middle of the element; none on the screen after a touchend
 */
const sendTouch = (
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

/** Touches the middle of an element; the framework derives the tap. */
const tap = (element: HTMLElement): void => {
  sendTouch(element, 'touchstart');
  sendTouch(element, 'touchend');
};

type ElementFunction = (node: glassEasel.Element, ...args: unknown[]) => unknown;

/** Types into a field by the browser's own event, as a person does. */
const input: ElementFunction = (node, value) => {
  const field = domElement(node).querySelector<HTMLInputElement>('input, textarea');
  if (!field) throw new Error('the element contains no input field');
  field.value = String(value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

/** Functions that the client's element classes call by name. */
const FUNCTIONS: Record<string, ElementFunction> = {
  'input.input': input,
  'textarea.input': input,
  'scroll-view.scrollTo': (node, left, top) =>
    domElement(node).scrollTo({ left: Number(left), top: Number(top) }),
  'scroll-view.scrollTop': (node) => domElement(node).scrollTop,
  'scroll-view.scrollLeft': (node) => domElement(node).scrollLeft,
  'scroll-view.scrollWidth': (node) => domElement(node).scrollWidth,
  'scroll-view.scrollHeight': (node) => domElement(node).scrollHeight,
};

/** @throws Error naming a function whose element the preview does not have */
const callElementFunction = (node: glassEasel.Element, name: string, args: unknown[]): unknown => {
  const call = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  const [tag] = name.split('.');
  if (!call) throw new Error(`${name} is not supported: the preview has no <${tag}>`);
  return call(node, ...args);
};

/** Handles the Element domain. A component's selector matches inside its own template. */
export const elementHandlers = (elements: ElementRegistry): Handlers<Domain<'Element'>> => {
  const dom = (elementId: string) => domElement(elements.find(elementId));
  const component = (elementId: string) => elements.find(elementId) as glassEasel.GeneralComponent;
  const caller = (elementId: string): Caller => {
    const node = component(elementId) as { getMethodCaller?: () => unknown };
    if (!node.getMethodCaller) throw new Error(`${elementId} is not a component`);
    return node.getMethodCaller() as Caller;
  };
  /** For a component: nodes of its own template; for a plain element: its descendants in the same tree. */
  const within = (elementId: string, selector: string): glassEasel.Element[] => {
    const node = elements.find(elementId);
    const isComponent = elements.reference(node).nodeId !== undefined;
    return selectAll((isComponent && component(elementId).getShadowRoot()) || node, selector);
  };
  return {
    'Element.getElement': ({ elementId, selector }) => {
      const node = within(elementId, selector)[0];
      if (!node) throw new Error(`no element in ${elementId} matches ${selector}`);
      return elements.reference(node);
    },
    'Element.getElements': ({ elementId, selector }) => ({
      elements: within(elementId, selector).map((node) => elements.reference(node)),
    }),
    'Element.getDOMProperties': ({ elementId, names }) => ({
      properties: names.map((name) => readPath(dom(elementId), name)),
    }),
    'Element.getAttributes': ({ elementId, names }) => ({
      attributes: names.map((name) => attributeOf(elements.find(elementId), name)),
    }),
    'Element.getStyles': ({ elementId, names }) => {
      const style = getComputedStyle(dom(elementId));
      return { styles: names.map((name) => style.getPropertyValue(name)) };
    },
    'Element.getProperties': ({ elementId, names }) => {
      const properties = propertiesOf(component(elementId));
      return { properties: names.map((name) => properties[name]) };
    },
    'Element.getWXML': ({ elementId, type }) => {
      const node = elements.find(elementId);
      return { wxml: type === 'outer' ? outerWxml(node) : innerWxml(node) };
    },
    'Element.getOffset': ({ elementId }) => {
      const { left, top } = dom(elementId).getBoundingClientRect();
      const { scrollLeft, scrollTop } = document.documentElement;
      return { left: left + scrollLeft, top: top + scrollTop };
    },
    'Element.tap': ({ elementId }) => {
      tap(dom(elementId));
      return {};
    },
    'Element.touchstart': ({ elementId, touches, changedTouches }) => {
      sendTouch(dom(elementId), 'touchstart', touches, changedTouches);
      return {};
    },
    'Element.touchmove': ({ elementId, touches, changedTouches }) => {
      sendTouch(dom(elementId), 'touchmove', touches, changedTouches);
      return {};
    },
    'Element.touchend': ({ elementId, touches, changedTouches }) => {
      sendTouch(dom(elementId), 'touchend', touches, changedTouches);
      return {};
    },
    'Element.triggerEvent': ({ elementId, type, detail }) => {
      glassEasel.Event.triggerEvent(elements.find(elementId), type, detail ?? {}, {
        bubbles: true,
      });
      return {};
    },
    'Element.dispatchEvent': ({ elementId, eventName, detail, touches, changedTouches }) => {
      const event = {
        ...(detail as object),
        ...(touches && { touches }),
        ...(changedTouches && { changedTouches }),
      };
      glassEasel.Event.triggerEvent(elements.find(elementId), eventName, event, { bubbles: true });
      return {};
    },
    'Element.callFunction': ({ elementId, functionName, args }) => ({
      result: callElementFunction(elements.find(elementId), functionName, args),
    }),
    'Element.callContextMethod': ({ elementId, method }) => {
      const { tagName } = elements.reference(elements.find(elementId));
      throw new Error(`<${tagName}> has no context in the preview, so ${method} is not supported`);
    },
    'Element.getData': ({ elementId, path }) => ({ data: readPath(caller(elementId).data, path) }),
    'Element.setData': ({ elementId, data }) => {
      caller(elementId).setData(data);
      return {};
    },
    'Element.callMethod': async ({ elementId, method, args }) => ({
      result: await callMember(caller(elementId), method, args),
    }),
  };
};
