import { until } from './until';

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

/** The address of a page, with a slash: without one, WeChat looks in the folder of the page that is open. */
export const addressOf = (path: string): string => `/${path.replace(/^\//, '')}`;

/** Finds an element of the current page; null while there is none. */
export const elementOf = async (
  { miniProgram }: Driver,
  selector: string,
): Promise<Element | null> => {
  const page = await miniProgram.currentPage();
  return (await page?.$(selector)) as Element | null;
};

/** Waits until the page shows a tag of this module. */
export const untilShown = (driver: Driver, tag: string, path: string): Promise<Element> =>
  until(`<${tag}> on the page ${path}: its template has to show the tag`, () =>
    elementOf(driver, tag),
  );

/**
 * Finds a tag of this module on the current page.
 *
 * @throws Error that names the page where it does not show the tag.
 */
export const tagOf = async (driver: Driver, tag: string): Promise<Element> => {
  const found = await elementOf(driver, tag);
  if (found) return found;
  const page = await driver.miniProgram.currentPage();
  throw new Error(`the page ${addressOf(page?.path ?? '')} shows no <${tag}>`);
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
