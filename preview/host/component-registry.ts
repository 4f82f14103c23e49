import { MiniProgramEnv, glassEasel, type CodeSpace } from 'glass-easel-miniprogram-adapter';
import type { Artefact } from '../artefact';
import { registerElements } from '../elements';
import { BUILT_IN_ELEMENTS } from '../elements/names';
import { DeviceIntersectionObserver } from './intersection';
import type { SetDataMeter } from './set-data';
import type { Caller } from './types';

type TemplateGroups = Record<string, unknown>;
type Definition = { behaviors?: unknown[]; [key: string]: unknown };
type Define = (definition: Definition) => unknown;

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

/**
 * glass-easel's DOM backend with WeChat's names and events: `<button>` becomes `<wx-button>`, and a
 * browser's `click` does not reach components, which may trigger an event of that name.
 */
class DeviceBackend extends glassEasel.CurrentWindowBackendContext {
  override document = {
    createElement: (tag: string) =>
      document.createElement(BUILT_IN_ELEMENTS.includes(tag) ? `wx-${tag}` : tag),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as glassEasel.CurrentWindowBackendContext['document'];

  private readonly styleSources = new Map<string, string>();
  private readonly styleElements = new Map<number, HTMLStyleElement>();
  private lastStyleId = 0;

  override registerStyleSheetContent(path: string, content: unknown): void {
    this.styleSources.set(path, String(content));
  }

  /** The framework adds the style sheets of a page's components for every page that is opened. */
  override appendStyleSheetPath(path: string, styleScope?: number): number {
    this.lastStyleId += 1;
    const source = this.styleSources.get(path);
    if (!source) return this.lastStyleId;
    const element = document.createElement('style');
    element.textContent = source;
    if (styleScope !== undefined) element.setAttribute('wx-style-scope', String(styleScope));
    document.head.append(element);
    this.styleElements.set(this.lastStyleId, element);
    return this.lastStyleId;
  }

  override disableStyleSheet(id: number): void {
    this.styleElements.get(id)?.remove();
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

/**
 * The placeholders of a component. WeChat's own elements ignore attributes that they do not have, so one of
 * them is represented by an element that takes any.
 */
const placeholdersOf = (declared: Record<string, string> = {}): Record<string, string> => {
  const stand = (tag: string) => (BUILT_IN_ELEMENTS.includes(tag) ? 'wx-placeholder' : tag);
  return Object.fromEntries(Object.entries(declared).map(([tag, by]) => [tag, stand(by)]));
};

/** Vant sets `addGlobalClass` in code, which the adapter does not read; see docs/decisions/0004. */
const styleIsolationOf = (path: string, app: Artefact['app'], declared?: string): string => {
  if (declared) return declared;
  if (app.pages.includes(path)) return 'shared';
  return /(^|\/)@?vant\//.test(path) ? 'apply-shared' : 'isolated';
};

/** Adds to every page and component what WeChat has and the framework leaves out. */
const deviceBehavior = (space: CodeSpace, meter: SetDataMeter): glassEasel.GeneralBehavior =>
  space.getComponentSpace().defineBehavior({
    lifetimes: {
      created(this: Caller) {
        meter.attach(this);
        const observers = new Set<DeviceIntersectionObserver>();
        this['createIntersectionObserver'] = (options?: object) => {
          const observer = new DeviceIntersectionObserver(this, options, () =>
            observers.delete(observer),
          );
          observers.add(observer);
          return observer;
        };
        this._$.addLifetimeListener('detached', () => observers.forEach((one) => one.disconnect()));
      },
      attached(this: Caller) {
        const ready = requestAnimationFrame(() => this._$.triggerLifetime('ready', []));
        this._$.addLifetimeListener('detached', () => cancelAnimationFrame(ready));
      },
    },
  });

/**
 * Registers every page and component of the artefact with glass-easel.
 *
 * @param templates - compiled templates by component path
 */
export const createRegistry = (
  artefact: Artefact,
  templates: TemplateGroups,
  meter: SetDataMeter,
) => {
  glassEasel.globalOptions.writeFieldsToNode = false;
  const environment = new MiniProgramEnv();
  const backend = new DeviceBackend();
  backend.onEvent((target, type, detail, options) =>
    glassEasel.Event.triggerEvent(target, type, detail, options),
  );
  const associated = environment.associateBackend(backend);
  const space = environment.createCodeSpace('', true);
  registerElements(space);
  space.setOverallBehavior(deviceBehavior(space, meter));

  associated.registerStyleSheetContent('app', artefact.appCss);
  space.addStyleSheet('app', 'app');
  for (const [path, { config, css, scope }] of Object.entries(artefact.components)) {
    const using = Object.entries(config.usingComponents ?? {}).map(([tag, to]) => [tag, `/${to}`]);
    space.addComponentStaticConfig(path, {
      ...config,
      usingComponents: Object.fromEntries(using) as Record<string, string>,
      componentPlaceholder: placeholdersOf(config.componentPlaceholder),
      styleIsolation: styleIsolationOf(path, artefact.app, config.styleIsolation),
    } as never);
    associated.registerStyleSheetContent(path, css);
    space.addStyleSheet(path, path, scope || undefined);
    const content = templates[path];
    if (!content) throw new Error(`${path}.wxml was not compiled`);
    space.addCompiledTemplate(path, { groupList: templates, content } as never);
  }

  let current: { Page: Define; Component: Define } | null = null;
  let load = (file: string): unknown => {
    throw new Error(`${file} is needed before the scripts can run`);
  };
  const formField = space.behavior().property('name', String).property('value', null).register();
  const builtInBehaviors: Record<string, unknown> = {
    'wx://form-field': formField,
    'wx://form-field-button': space.behavior().register(),
  };
  const withBuiltIns = (definition: Definition): Definition => ({
    ...definition,
    behaviors: (definition.behaviors ?? []).map((behavior) => {
      if (typeof behavior !== 'string') return behavior;
      const known = builtInBehaviors[behavior];
      if (!known) throw new Error(`The preview does not know the behavior ${behavior}`);
      return known;
    }),
  });
  const outside = (name: string): never => {
    throw new Error(`${name}() was called outside of a page's or component's own script`);
  };

  const isLazy = artefact.app.lazyCodeLoading === 'requiredComponents';
  const injected = new Set<string>();

  const usedBy = (path: string, isWanted: (tag: string) => boolean): string[] => {
    const { usingComponents = {} } = artefact.components[path]?.config ?? {};
    return Object.keys(usingComponents)
      .filter(isWanted)
      .flatMap((tag) => usingComponents[tag] ?? []);
  };

  /** Runs the script of a page or component and those of the components it uses, once each. */
  const inject = (path: string): void => {
    if (injected.has(path)) return;
    injected.add(path);
    const { componentPlaceholder = {} } = artefact.components[path]?.config ?? {};
    usedBy(path, (tag) => !isLazy || !componentPlaceholder[tag]).forEach(inject);
    space.componentEnv(path, ({ Page, Component }) => {
      const outer = current;
      current = { Page: Page as Define, Component: Component };
      load(`${path}.js`);
      current = outer;
    });
  };
  /** A page or component and everything it uses; WeChat loads their style sheets with the page. */
  const closureOf = (path: string, found = new Set<string>()): string[] => {
    if (!found.has(path)) {
      found.add(path);
      usedBy(path, () => true).forEach((used) => closureOf(used, found));
    }
    return [...found];
  };
  // WeChat runs the script of a component with a placeholder after the placeholder was rendered.
  space.getComponentSpace().setComponentWaitingListener((_isPublic, path) => {
    setTimeout(() => space.getComponentSpace().groupRegister(() => inject(path)));
  });

  return {
    /** Creates the root of a page; the second value removes the style sheets of that page. */
    createRoot(path: string) {
      inject(path);
      return backend.withStyleSheets(() => {
        closureOf(path)
          .filter((used) => !injected.has(used))
          .forEach((used) => backend.appendStyleSheetPath(used));
        return associated.createRoot('page', space, path);
      });
    },
    constructors: {
      Page: (definition: Definition) => current?.Page(withBuiltIns(definition)) ?? outside('Page'),
      Component: (definition: Definition) =>
        current?.Component(withBuiltIns(definition)) ?? outside('Component'),
      Behavior: (definition: Definition) =>
        space.componentEnv('', ({ Behavior }) => (Behavior as Define)(withBuiltIns(definition))),
    },
    /** Sets how a script is run. Without lazy code loading, those of all pages and components run now. */
    runScripts(loadScript: (file: string) => unknown): void {
      load = loadScript;
      if (!isLazy) Object.keys(artefact.components).forEach(inject);
    },
  };
};
