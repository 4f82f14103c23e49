/** The part of an element that tests look at; tests are compiled without the DOM's types. */
export interface ShownElement {
  readonly className: string;
  readonly tagName: string;
  readonly textContent: string;
  readonly isConnected: boolean;
  querySelectorAll(selector: string): Iterable<ShownElement>;
  dispatchEvent(event: object): boolean;
  getBoundingClientRect(): object;
}

interface Dom {
  readonly document: {
    readonly body: ShownElement;
    readonly documentElement: ShownElement;
  };
  requestAnimationFrame(callback: () => void): void;
  readonly Element: { readonly prototype: ShownElement };
  readonly Event: new (type: string, options: { bubbles: boolean }) => object;
}

const dom = globalThis as unknown as Dom;

/** Where components are attached. */
export const { body, documentElement } = dom.document;

/** Lets everything happen that happens by itself: promises, then what waits for the next frame. */
export const settle = () =>
  new Promise<void>((resolve) => dom.requestAnimationFrame(() => setTimeout(resolve)));

/** Elements of a class as a template writes it: WeChat's older framework puts the component's name before it. */
export function shown(root: ShownElement, className: string): ShownElement[] {
  const isOfClass = (name: string) => name === className || name.endsWith(`--${className}`);
  return [...root.querySelectorAll('*')].filter((element) =>
    element.className.split(' ').some(isOfClass),
  );
}

/** The texts of all elements of a class. */
export function texts(root: ShownElement, className: string): string[] {
  return shown(root, className).map((element) => element.textContent);
}

/** The only element of a class. */
export function only(root: ShownElement, className: string): ShownElement {
  const [element, ...others] = shown(root, className);
  if (!element || others.length > 0) {
    throw new Error(`expected one .${className}, found ${others.length + (element ? 1 : 0)}`);
  }
  return element;
}

function fire(element: ShownElement, type: string, facts: object): void {
  element.dispatchEvent(Object.assign(new dom.Event(type, { bubbles: true }), facts));
}

/** Taps as a finger does. */
export async function tap(element: ShownElement): Promise<void> {
  const finger = { pageX: 0, pageY: 0 };
  fire(element, 'touchstart', { touches: [finger], changedTouches: [finger] });
  fire(element, 'touchend', { touches: [], changedTouches: [finger] });
  await settle();
}

/** Tells that the element was scrolled. */
export async function scrolled(element: ShownElement): Promise<void> {
  fire(element, 'scroll', {});
  await settle();
}

/** Gives every element the place that its class says; jsdom puts all of them nowhere. */
export function layOutBy(place: (className: string) => object): void {
  dom.Element.prototype.getBoundingClientRect = function (this: ShownElement) {
    return place(this.className);
  };
}
