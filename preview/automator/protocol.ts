import type { Conditions } from '../conditions';

/** Automation protocol of WeChat DevTools, as miniprogram-automator 0.12.1 speaks it. */

/** Reference to an element; with nodeId the client makes a CustomElement of it. */
export interface ElementReference {
  elementId: string;
  tagName: string;
  nodeId?: string;
}

/** Reference to a page. */
export interface PageReference {
  pageId: number;
  path: string;
  query: Record<string, string>;
}

/** A finger as clients describe it. @default the middle of the element */
export interface TouchDescription {
  identifier?: number;
  clientX?: number;
  clientY?: number;
  pageX?: number;
  pageY?: number;
}

type OfPage = { pageId: number };
type OfElement = OfPage & { elementId: string };
type Nothing = Record<string, never>;
type Selector = { selector: string };
type Names = { names: string[] };
type Call = { method: string; args: unknown[] };
type Touches = { touches?: TouchDescription[]; changedTouches?: TouchDescription[] };

/** Methods of the device in the browser: parameters and result. */
export interface DeviceMethods {
  'App.getCurrentPage': [Nothing, PageReference];
  'App.getPageStack': [Nothing, { pageStack: PageReference[] }];
  'App.callWxMethod': [Call & { pluginId?: string }, { result: unknown }];
  'App.callFunction': [{ functionDeclaration: string; args: unknown[] }, { result: unknown }];
  /** With a result or a function it replaces the method, with neither it restores the original. */
  'App.mockWxMethod': [
    {
      method: string;
      result?: unknown;
      functionDeclaration?: string;
      args?: unknown[];
      pluginId?: string;
    },
    Nothing,
  ];
  'App.addBinding': [{ name: string }, Nothing];
  'Page.getElement': [OfPage & Selector, ElementReference];
  'Page.getElements': [OfPage & Selector, { elements: ElementReference[] }];
  'Page.getElementByXpath': [OfPage & Selector, ElementReference];
  'Page.getElementsByXpath': [OfPage & Selector, { elements: ElementReference[] }];
  'Page.getData': [OfPage & { path?: string }, { data: unknown }];
  'Page.setData': [OfPage & { data: Record<string, unknown> }, Nothing];
  'Page.callMethod': [OfPage & Call, { result: unknown }];
  'Page.getWindowProperties': [OfPage & Names, { properties: unknown[] }];
  'Element.getElement': [OfElement & Selector, ElementReference];
  'Element.getElements': [OfElement & Selector, { elements: ElementReference[] }];
  'Element.getDOMProperties': [OfElement & Names, { properties: unknown[] }];
  'Element.getAttributes': [OfElement & Names, { attributes: unknown[] }];
  'Element.getStyles': [OfElement & Names, { styles: string[] }];
  'Element.getProperties': [OfElement & Names, { properties: unknown[] }];
  'Element.getWXML': [OfElement & { type: 'inner' | 'outer' }, { wxml: string }];
  'Element.getOffset': [OfElement, { left: number; top: number }];
  'Element.tap': [OfElement, Nothing];
  'Element.touchstart': [OfElement & Touches, Nothing];
  'Element.touchmove': [OfElement & Touches, Nothing];
  'Element.touchend': [OfElement & Touches, Nothing];
  'Element.triggerEvent': [OfElement & { type: string; detail?: unknown }, Nothing];
  'Element.dispatchEvent': [OfElement & Touches & { eventName: string; detail?: unknown }, Nothing];
  'Element.callFunction': [
    OfElement & { functionName: string; args: unknown[] },
    { result: unknown },
  ];
  'Element.callContextMethod': [OfElement & Call, { result: unknown }];
  'Element.getData': [OfElement & { path?: string }, { data: unknown }];
  'Element.setData': [OfElement & { data: Record<string, unknown> }, Nothing];
  'Element.callMethod': [OfElement & Call, { result: unknown }];
  'Tool.native': [{ method: string; data?: unknown }, Nothing];
  /** Of this preview only: changes the phone's conditions. */
  'Preview.setConditions': [Partial<Conditions>, Nothing];
  /** Of this preview only: the number of setData calls and their bytes. */
  'Preview.getSetDataCount': [
    Nothing,
    { calls: number; bytes: number; byComponent: Record<string, { calls: number; bytes: number }> },
  ];
}

/** Methods that the endpoint answers itself. */
export interface ToolMethods {
  'Tool.getInfo': [Nothing, { SDKVersion: string }];
  'Tool.close': [Nothing, Nothing];
  'App.exit': [Nothing, Nothing];
  /** PNG, base64. */
  'App.captureScreenshot': [Nothing, { data: string }];
  'App.enableLog': [Nothing, Nothing];
}

/** Methods of DevTools that the preview does not support, and the reason. */
export const UNSUPPORTED: Record<string, string> = {
  'Tool.enableRemoteDebug': 'remote debugging needs WeChat on a phone',
  'Tool.getTestAccounts': 'test accounts belong to WeChat DevTools',
  'Tool.getTicket': 'login tickets belong to WeChat DevTools',
  'Tool.setTicket': 'login tickets belong to WeChat DevTools',
  'Tool.refreshTicket': 'login tickets belong to WeChat DevTools',
  'Tool.stopAudits': 'audits belong to WeChat DevTools',
};

/** A table with a handler for every method of a map. */
export type Handlers<Methods> = {
  [Method in keyof Methods]: Methods[Method] extends [infer Params, infer Result]
    ? (params: Params) => Result | Promise<Result>
    : never;
};

/** The methods of one domain, such as `Page`. */
export type Domain<Name extends string> = Pick<
  DeviceMethods,
  Extract<keyof DeviceMethods, `${Name}.${string}`>
>;

/** One message to the endpoint, or from the endpoint to the device. */
export interface RequestFrame {
  id: string;
  method: string;
  params: Record<string, unknown>;
}

/** Answer to a request. */
export type ResponseFrame =
  { id: string; result: unknown } | { id: string; error: { message: string } };

/** Event of the device; it answers no request. */
export interface EventFrame {
  method: 'App.logAdded' | 'App.exceptionThrown' | 'App.bindingCalled';
  params: unknown;
}
