import path from 'node:path';
import { load, render } from 'miniprogram-simulate';
import { body, type ShownElement } from './dom';

/** What is tested is what ships. */
export const DIST = path.resolve('dist');

/**
 * WeChat resolves npm names such as `@vant/weapp/button/index`, the simulator silently does not. So it
 * is told where the same files lie.
 */
const NPM = {
  'van-button': '/miniprogram_npm/@vant/weapp/button/index',
  'van-loading': '/miniprogram_npm/@vant/weapp/loading/index',
};

/** A component of dist/ on the screen of WeChat's older framework. */
export interface Mounted {
  readonly dom: ShownElement;
  readonly instance: Simulated['instance'];
  /** Gives the component other properties. */
  set(properties: Record<string, unknown>): void;
  /** Details of the events of a name, as they come. */
  events(name: string): unknown[];
  /** Attributes of the first element in the component's own template that matches; names in camelCase. */
  attributes(selector: string): Record<string, unknown>;
}

/** What the simulator gives for an element. */
export interface Simulated {
  readonly dom: ShownElement;
  readonly instance: {
    readonly data: Readonly<Record<string, unknown>>;
    setData(patch: Record<string, unknown>, done?: () => void): void;
  };
  attach(parent: ShownElement): void;
  detach(): void;
  triggerPageLifeTime(name: 'show' | 'hide'): void;
  setData(data: Record<string, unknown>): void;
  querySelector(selector: string): Simulated;
  addEventListener(name: string, listener: (event: { detail: unknown }) => void): void;
  toJSON(): { readonly attrs: readonly { readonly name: string; readonly value: unknown }[] };
}

/** `load` as it takes a definition in place of a path. */
const define = load as unknown as (definition: object) => string;

/**
 * Loads a component from dist/ by its path there, without extension.
 *
 * @param prepare - Runs before it, among the same fresh modules.
 * @returns The simulator's name for it.
 */
export function loadFromDist(component: string, prepare: () => void = () => undefined): string {
  // The simulator runs a component's script by requiring it, which does nothing the second time.
  jest.resetModules();
  prepare();
  const options = { rootPath: DIST, usingComponents: NPM };
  return load(path.join(DIST, component), path.basename(component), options);
}

/** Shows what was loaded. */
export function show(id: string): Simulated {
  const rendered = render(id) as unknown as Simulated;
  rendered.attach(body);
  return rendered;
}

/**
 * Puts a component of dist/ on an empty page.
 *
 * @param prepare - Runs before it, among the same fresh modules.
 */
export function mount(
  component: string,
  properties: Record<string, unknown> = {},
  prepare?: () => void,
): Mounted {
  const id = loadFromDist(component, prepare);
  const tag = path.basename(component);
  // A page of its own around it: the simulator cannot show a component without a host node by itself.
  const bindings = Object.keys(properties).map((name) => `${name}="{{${name}}}"`);
  const page = show(
    define({
      template: `<${tag} id="subject" ${bindings.join(' ')} />`,
      usingComponents: { [tag]: id },
      data: properties,
    }),
  );
  const subject = page.querySelector('#subject');
  return {
    dom: page.dom,
    instance: subject.instance,
    set: (changes) => page.setData(changes),
    events(name) {
      const details: unknown[] = [];
      subject.addEventListener(name, (event) => details.push(event.detail));
      return details;
    },
    attributes(selector) {
      const { attrs } = subject.querySelector(selector).toJSON();
      return Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
    },
  };
}
