import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from '../../elements/base';
import { touchesOf } from '../../host/events';
import type { Caller } from '../../host/types';
import type { Domain, Handlers } from '../protocol';
import { attributeOf } from './attributes';
import { callElementFunction } from './functions';
import { innerWxml, outerWxml, propertiesOf, type ElementRegistry } from './nodes';
import { callMember, readPath } from './page';
import { selectAll } from './selector';
import { tap, touchEvent, type Fingers } from './touches';

/** Handles the Element domain. A component's selector matches inside its own template. */
export const elementHandlers = (elements: ElementRegistry): Handlers<Domain<'Element'>> => {
  const dom = (elementId: string) => domElement(elements.find(elementId));
  const component = (elementId: string) => elements.find(elementId) as glassEasel.GeneralComponent;
  const caller = (elementId: string): Caller => {
    const node = component(elementId) as { getMethodCaller?: () => unknown };
    if (!node.getMethodCaller) throw new Error(`${elementId} is not a component`);
    return node.getMethodCaller() as Caller;
  };
  const touch = (elementId: string, type: string, fingers: Fingers): Record<string, never> => {
    const element = dom(elementId);
    element.dispatchEvent(touchEvent(element, type, fingers));
    return {};
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
    'Element.touchstart': ({ elementId, ...fingers }) => touch(elementId, 'touchstart', fingers),
    'Element.touchmove': ({ elementId, ...fingers }) => touch(elementId, 'touchmove', fingers),
    'Element.touchend': ({ elementId, ...fingers }) => touch(elementId, 'touchend', fingers),
    'Element.triggerEvent': ({ elementId, type, detail }) => {
      glassEasel.Event.triggerEvent(elements.find(elementId), type, detail ?? {}, {
        bubbles: true,
      });
      return {};
    },
    'Element.dispatchEvent': ({ elementId, eventName, detail, ...fingers }) => {
      const hasFingers = fingers.touches !== undefined || fingers.changedTouches !== undefined;
      glassEasel.Event.triggerEvent(elements.find(elementId), eventName, detail ?? {}, {
        bubbles: true,
        ...(hasFingers && {
          extraFields: touchesOf(touchEvent(dom(elementId), eventName, fingers)),
        }),
      });
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
