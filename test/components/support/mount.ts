import path from 'node:path';
import { load, render } from 'miniprogram-simulate';
import { body, type ShownElement } from './dom';

/** The build output: the tests run what ships. */
export const DIST = path.resolve('dist');

/** A component of dist/, rendered by WeChat's older framework. */
export interface Mounted {
  readonly dom: ShownElement;
  readonly instance: Simulated['instance'];
  /** Changes properties of the component. */
  set(properties: Record<string, unknown>): void;
  /** Covers its page with another one, or uncovers it. */
  setHidden(hidden: boolean): void;
  /** Starts recording an event. @returns The list that receives the detail of each event. */
  events(name: string): unknown[];
  /** Attributes, by camelCase name, of the first matching element in the component's own template. */
  attributes(selector: string): Record<string, unknown>;
}

/** An element of the simulator. */
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

/** `load` with a definition instead of a path, which its types lack. */
const define = load as unknown as (definition: object) => string;

/**
 * Loads a component from dist/ by its path there, without extension.
 *
 * @param prepare - Runs before the component is loaded, in the same fresh module registry.
 * @param root - Another folder in the place of dist/.
 * @returns The id of the component in the simulator.
 */
export function loadFromDist(
  component: string,
  prepare: () => void = () => undefined,
  root = DIST,
): string {
  // The simulator runs a component's script with `require`, which runs a cached module only once.
  jest.resetModules();
  prepare();
  return load(path.join(root, component), path.basename(component), { rootPath: root });
}

/** Renders a loaded component and attaches it to the document. */
export function show(id: string): Simulated {
  const rendered = render(id) as unknown as Simulated;
  rendered.attach(body);
  return rendered;
}

/**
 * Renders a component of dist/ on an empty page.
 *
 * @param component - Path in dist/ without extension.
 * @param prepare - Runs before the component is loaded, in the same fresh module registry.
 * @param root - Another folder in the place of dist/.
 */
export function mount(
  component: string,
  properties: Record<string, unknown> = {},
  prepare?: () => void,
  root = DIST,
): Mounted {
  const id = loadFromDist(component, prepare, root);
  const tag = path.basename(component);
  // The page is needed: the simulator cannot render a component without a host node (`virtualHost`) as root.
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
    setHidden: (hidden) => subject.triggerPageLifeTime(hidden ? 'hide' : 'show'),
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
