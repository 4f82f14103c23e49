/** The part of a DOM element that tests use; tests are compiled without the DOM types. */
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

/** The elements of the jsdom document; components are attached to `body`. */
export const { body, documentElement } = dom.document;

/** Waits for pending promises, the next animation frame and the timers that it starts. */
export const settle = () =>
  new Promise<void>((resolve) => dom.requestAnimationFrame(() => setTimeout(resolve)));

/** Elements with a class of a template; WeChat's older framework prefixes each class with the name of its component. */
export function shown(root: ShownElement, className: string): ShownElement[] {
  const isOfClass = (name: string) => name === className || name.endsWith(`--${className}`);
  return [...root.querySelectorAll('*')].filter((element) =>
    element.className.split(' ').some(isOfClass),
  );
}

/** The texts of all elements with a class. */
export function texts(root: ShownElement, className: string): string[] {
  return shown(root, className).map((element) => element.textContent);
}

/**
 * The only element with a class.
 *
 * @throws Error when there are none or several.
 */
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

/** Taps an element with one finger and waits for the effects. */
export async function tap(element: ShownElement): Promise<void> {
  const finger = { pageX: 0, pageY: 0 };
  fire(element, 'touchstart', { touches: [finger], changedTouches: [finger] });
  fire(element, 'touchend', { touches: [], changedTouches: [finger] });
  await settle();
}

/** Sends a scroll event and waits for its effects. */
export async function scrolled(element: ShownElement): Promise<void> {
  fire(element, 'scroll', {});
  await settle();
}

/** Replaces the bounding rectangle of every element by one for its class; jsdom has no layout and reports zeros. */
export function layOutBy(place: (className: string) => object): void {
  dom.Element.prototype.getBoundingClientRect = function (this: ShownElement) {
    return place(this.className);
  };
}
