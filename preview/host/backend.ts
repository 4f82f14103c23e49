import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { BUILT_IN_ELEMENTS } from '../elements/names';

/** Browser events that reach the mini program; elements and components trigger all other events. */
const NATIVE_EVENTS = new Set([
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
]);

/** A query of the theme; without a value it is always true. */
const THEME_QUERY = /\(\s*prefers-color-scheme\s*(?::\s*([\w-]+)\s*)?\)/gi;

/**
 * In WeChat `prefers-color-scheme` follows WeChat's theme; in a browser it follows the system. A query that is always
 * true, or never, takes its place.
 */
const inTheme = (css: string, theme: string): string =>
  css.replace(THEME_QUERY, (_query, wanted = theme) =>
    wanted === theme ? '(width >= 0px)' : '(width < 0px)',
  );

/**
 * glass-easel's DOM backend with WeChat's names and events: `<button>` becomes `<wx-button>`, and a
 * browser's `click` does not reach components, which may trigger an event of that name.
 */
export class DeviceBackend extends glassEasel.CurrentWindowBackendContext {
  /** @param boxes - tags that are shown as boxes */
  constructor(private readonly boxes: readonly string[]) {
    super();
  }

  override document = {
    createElement: (tag: string) =>
      document.createElement(
        BUILT_IN_ELEMENTS.includes(tag) || this.boxes.includes(tag) ? `wx-${tag}` : tag,
      ),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as glassEasel.CurrentWindowBackendContext['document'];

  /** WeChat calls back after an update is on screen; the framework does so in the frame before it is painted. */
  override render(done: (error: Error | null) => void): void {
    super.render((error) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        done(error);
      };
      port2.postMessage(null);
    });
  }

  private readonly styleSources = new Map<string, string>();
  private readonly styleElements = new Map<number, { element: HTMLStyleElement; source: string }>();
  private lastStyleId = 0;
  private theme = 'light';

  /** Draws the style sheets for a theme. */
  showTheme(theme: string): void {
    if (this.theme === theme) return;
    this.theme = theme;
    for (const { element, source } of this.styleElements.values()) {
      const drawn = inTheme(source, theme);
      if (drawn !== source) element.textContent = drawn;
    }
  }

  override registerStyleSheetContent(path: string, content: unknown): void {
    this.styleSources.set(path, String(content));
  }

  /** The framework adds the style sheets of a page's components for every page that is opened. */
  override appendStyleSheetPath(path: string, styleScope?: number): number {
    this.lastStyleId += 1;
    const source = this.styleSources.get(path);
    if (!source) return this.lastStyleId;
    const element = document.createElement('style');
    element.textContent = inTheme(source, this.theme);
    if (styleScope !== undefined) element.setAttribute('wx-style-scope', String(styleScope));
    document.head.append(element);
    this.styleElements.set(this.lastStyleId, { element, source });
    return this.lastStyleId;
  }

  override disableStyleSheet(id: number): void {
    this.styleElements.get(id)?.element.remove();
    this.styleElements.delete(id);
  }

  /** Runs a function and returns its result with a function that removes the style sheets it added. */
  withStyleSheets<Result>(run: () => Result): [result: Result, removeStyles: () => void] {
    const before = this.lastStyleId;
    const result = run();
    const last = this.lastStyleId;
    return [
      result,
      () => {
        for (let id = before + 1; id <= last; id += 1) this.disableStyleSheet(id);
      },
    ];
  }

  override setListenerStats(
    ...listener: Parameters<glassEasel.CurrentWindowBackendContext['setListenerStats']>
  ): void {
    if (NATIVE_EVENTS.has(listener[1])) super.setListenerStats(...listener);
  }
}
