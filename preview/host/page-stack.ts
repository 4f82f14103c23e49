import { glassEasel, type Root } from 'glass-easel-miniprogram-adapter';
import type { Caller, OpenPage } from './types';

interface MountedPage extends OpenPage {
  root: Root;
  removeStyles: () => void;
  scrollTop: number;
}

/** Events of the stack. */
interface StackEvents {
  /** The root of a page was made; its components are not attached yet. */
  onMount?: (page: OpenPage) => void;
  /** Another page is the top one. */
  onShown: (page: OpenPage) => void;
  /** A lifecycle method threw. */
  onError: (error: unknown) => void;
}

/** WeChat's limit of open pages. */
const MAX_PAGES = 10;

/**
 * Parses an address as WeChat does: a value stays encoded and ends at a second `=` or `?`; a missing value is
 * the text "undefined".
 */
export const parseUrl = (url: string): { path: string; query: Record<string, string> } => {
  const [path = '', search = ''] = url.replace(/^\//, '').split('?');
  const query: Record<string, string> = {};
  for (const pair of search.split('&')) {
    if (!pair) continue;
    const [key = '', value = 'undefined'] = pair.split('=');
    query[key] = value;
  }
  return { path, query };
};

/** A page that is a component gets the parameters of its address as properties. */
const setProperties = (node: OpenPage['node'], query: Record<string, string>): void => {
  const given = Object.entries(query).filter(([name]) =>
    glassEasel.Component.hasProperty(node, name),
  );
  if (given.length > 0) node.setData(Object.fromEntries(given));
};

const scroller = () => document.documentElement;

/**
 * The stack of open pages. The document shows and scrolls the top one.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/route.html
 */
export const createPageStack = (
  createRoot: (path: string) => [root: Root, removeStyles: () => void],
  pages: readonly string[],
  { onShown, onError, onMount }: StackEvents,
) => {
  const stack: MountedPage[] = [];
  /** Pages of the tab bar that were left by switchTab. */
  const kept = new Map<string, MountedPage>();
  /** Automator clients may still hold ids of an earlier load of the device, which are smaller. */
  let lastId = Math.floor(performance.timeOrigin);
  const top = () => stack.at(-1);

  const call = (page: OpenPage, method: string, ...values: unknown[]) => {
    const member = page.caller[method];
    if (typeof member !== 'function') return;
    try {
      member.apply(page.caller, values);
    } catch (error) {
      onError(error);
    }
  };

  const assertKnown = (url: string): void => {
    const { path } = parseUrl(url);
    if (!pages.includes(path)) throw new Error(`page "${path}" is not found`);
  };

  const mount = (url: string, members: object = {}): MountedPage => {
    const { path, query } = parseUrl(url);
    const container = document.createElement('div');
    container.className = 'device-page';
    const placeholder = document.createElement('div');
    container.append(placeholder);
    document.body.append(container);
    const [root, removeStyles] = createRoot(path);
    const node = root.getComponent();
    const caller = root.get() as unknown as Caller;
    caller['route'] = path;
    caller['options'] = query;
    Object.assign(caller, members);
    setProperties(node, query);
    lastId += 1;
    const page = {
      id: lastId,
      path,
      query,
      url,
      caller,
      node,
      root,
      removeStyles,
      container,
      scrollTop: 0,
    };
    // A component's attached may already ask for the page.
    stack.push(page);
    onMount?.(page);
    root.attach(container as never, placeholder as never);
    return page;
  };

  /** As in WeChat, components get the lifetime before the page gets its hook. */
  const emitShow = (page: MountedPage): void => {
    page.node.triggerPageLifetime('show', []);
    call(page, 'onShow');
  };

  const emitHide = (page: MountedPage): void => {
    page.node.triggerPageLifetime('hide', []);
    call(page, 'onHide');
  };

  const show = (page: MountedPage): void => {
    page.container.classList.remove('device-page--covered');
    page.container.style.top = '';
    scroller().scrollTop = page.scrollTop;
    onShown(page);
    emitShow(page);
  };

  /** A covered page keeps its layout and position, so that its intersection observers do not fire. */
  const cover = (page: MountedPage): void => {
    emitHide(page);
    page.scrollTop = scroller().scrollTop;
    page.container.style.top = `${-page.scrollTop}px`;
    page.container.classList.add('device-page--covered');
  };

  const unmount = (page: MountedPage): void => {
    call(page, 'onUnload');
    page.root.release();
    page.container.remove();
    page.removeStyles();
  };

  const push = (url: string, members?: object): OpenPage => {
    const page = mount(url, members);
    call(page, 'onLoad', page.query);
    show(page);
    requestAnimationFrame(() => {
      if (stack.includes(page)) call(page, 'onReady');
    });
    return page;
  };

  return {
    pages: (): readonly OpenPage[] => stack,
    top: (): OpenPage | undefined => top(),
    call,
    /**
     * @param members - added to the page
     * @throws Error when the address names no page
     */
    navigateTo: (url: string, members?: object): OpenPage => {
      assertKnown(url);
      if (stack.length >= MAX_PAGES) throw new Error('webview count limit exceed');
      const below = top();
      if (below) cover(below);
      return push(url, members);
    },
    redirectTo: (url: string): void => {
      assertKnown(url);
      const replaced = stack.pop();
      if (replaced) unmount(replaced);
      push(url);
    },
    reLaunch: (url: string): void => {
      assertKnown(url);
      for (const page of kept.values()) unmount(page);
      kept.clear();
      while (stack.length > 0) unmount(stack.pop() as MountedPage);
      push(url);
    },
    /**
     * Shows a page of the tab bar and closes the pages above it.
     *
     * @throws Error when it is no page of the tab bar
     */
    switchTab: (url: string, tabs: readonly string[]): void => {
      const { path } = parseUrl(url);
      if (!tabs.includes(path)) throw new Error('can not switch to no-tabBar page');
      const before = top();
      if (before?.path === path) return;
      while (stack.length > 0) {
        const page = stack.pop() as MountedPage;
        if (!tabs.includes(page.path)) unmount(page);
        else {
          if (page === before) cover(page);
          kept.set(page.path, page);
        }
      }
      const known = kept.get(path);
      if (!known) return void push(path);
      kept.delete(path);
      stack.push(known);
      show(known);
    },
    navigateBack(delta: number): void {
      const leaving = Math.min(delta, stack.length - 1);
      for (let left = 0; left < leaving; left += 1) unmount(stack.pop() as MountedPage);
      const below = top();
      if (below && leaving > 0) show(below);
    },
    /** Call when the app goes to the background or comes back. */
    setForeground(foreground: boolean): void {
      const page = top();
      if (!page) return;
      if (foreground) emitShow(page);
      else emitHide(page);
    },
    /** Call when the screen has another size. */
    emitResize: (): void => {
      const page = top();
      if (!page) return;
      const { innerWidth: windowWidth, innerHeight: windowHeight } = window;
      const event = { size: { windowWidth, windowHeight } };
      page.node.triggerPageLifetime('resize', [event]);
      call(page, 'onResize', event);
    },
  };
};

/** The stack of open pages. */
export type PageStack = ReturnType<typeof createPageStack>;
