import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from '../../elements/dom';
import type { Caller } from '../../host/types';
import type { Domain, Handlers } from '../protocol';
import { callMember } from './call-member';
import { readPath } from './data-path';
import { attributeOf, propertiesOf } from './element-facts';
import { callElementFunction } from './element-functions';
import type { ElementRegistry } from './element-registry';
import { selectAll } from './selector';
import { sendTouch, tap } from './touch';
import { innerWxml, outerWxml } from './wxml';

/** Answers what concerns one element; a component's selector sees what is inside of it. */
export const elementHandlers = (elements: ElementRegistry): Handlers<Domain<'Element'>> => {
  const dom = (elementId: string) => domElement(elements.find(elementId));
  const component = (elementId: string) => elements.find(elementId) as glassEasel.GeneralComponent;
  const caller = (elementId: string): Caller => {
    const node = component(elementId) as { getMethodCaller?: () => unknown };
    if (!node.getMethodCaller) throw new Error(`${elementId} is not a component`);
    return node.getMethodCaller() as Caller;
  };
  /** Inside of a component; below a plain element, within the tree that it belongs to. */
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
      throw new Error(`<${tagName}> has no context in the preview, so ${method} is left out`);
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
