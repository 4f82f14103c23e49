/** The methods of an element of miniprogram-automator; the types of that package omit some. */
export interface Element {
  tagName: string;
  $(selector: string): Promise<Element | null>;
  $$(selector: string): Promise<Element[]>;
  text(): Promise<string>;
  value(): Promise<string>;
  attribute(name: string): Promise<string | null>;
  property(name: string): Promise<unknown>;
  style(name: string): Promise<string>;
  size(): Promise<{ width: number; height: number }>;
  offset(): Promise<{ left: number; top: number }>;
  tap(): Promise<void>;
  trigger(type: string, detail: object): Promise<void>;
  input(value: string): Promise<void>;
  data(path?: string): Promise<unknown>;
  outerWxml(): Promise<string>;
  callMethod(method: string, ...args: unknown[]): Promise<unknown>;
}

/** A page of miniprogram-automator. */
export interface Page {
  readonly path: string;
  readonly query: unknown;
  $(selector: string): Promise<unknown>;
  size(): Promise<{ width: unknown; height: unknown }>;
  scrollTop(): Promise<unknown>;
}

/** What the page objects use of miniprogram-automator's client. */
export interface MiniProgram {
  currentPage(): Promise<Page | undefined>;
  callWxMethod(method: string, ...args: unknown[]): Promise<unknown>;
  evaluate<Args extends unknown[]>(
    appFunction: (...args: Args) => unknown,
    ...args: Args
  ): Promise<unknown>;
}

/** Holds the connected client. A page object reads it at each call, so it may be set after the page object. */
export interface Driver {
  readonly miniProgram: MiniProgram;
}

/** Finds an element of the current page; null while there is none. */
export const elementOf = async (
  { miniProgram }: Driver,
  selector: string,
): Promise<Element | null> => {
  const page = await miniProgram.currentPage();
  return (await page?.$(selector)) as Element | null;
};

/** The text of an element inside another; empty while there is none. */
export const textOf = async (parent: Element | null, selector: string): Promise<string> =>
  (await (await parent?.$(selector))?.text()) ?? '';

/**
 * Presses the button of a notice.
 *
 * @throws Error where the notice is not on screen, or has no button.
 */
export const pressNotice = async (notice: Element | null | undefined): Promise<void> => {
  const button = await notice?.$('.notice__action');
  if (!button) throw new Error('no button of a notice is on screen');
  await button.tap();
};
