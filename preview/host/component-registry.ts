import { MiniProgramEnv, glassEasel, type CodeSpace } from 'glass-easel-miniprogram-adapter';
import { APP_STYLES, pageStyles, type Artefact } from '../artefact';
import { registerElements } from '../elements';
import { animateNodes, clearAnimations } from '../elements/animation';
import { domElement } from '../elements/base';
import { BUILT_IN_ELEMENTS } from '../elements/names';
import { DeviceBackend } from './backend';
import { createDefinitions, observeOnce, styleIsolationOf, type Definition } from './definitions';
import { describeEvents, touchesOf } from './events';
import { completeQuery } from './selector-query';
import { convertInlineStyles } from './inline-styles';
import { DeviceIntersectionObserver } from './intersection';
import { createReadyQueue } from './ready-order';
import type { LongPress } from './long-press';
import type { Realm } from './realm';
import type { Reports } from './reports';
import { addRouters } from './router';
import type { SetDataMeter } from './set-data';
import type { Caller } from './types';
import { wxsHandlers } from './wxs-handlers';

type AnimateParameters =
  Parameters<typeof animateNodes> extends [unknown, ...infer Given] ? Given : never;
type TemplateGroups = Record<string, unknown>;
type Define = (definition: Definition) => unknown;

const pageIds = new WeakMap<glassEasel.Node, string>();

/** The id of the page that a component is on. */
const pageIdOf = (from: glassEasel.Node): string => {
  let [root, above]: (glassEasel.Node | null)[] = [from, from];
  while (above) {
    root = above;
    above = above.asShadowRoot()?.getHostNode() ?? above.parentNode;
  }
  const known = pageIds.get(root ?? from) ?? `page-${(lastPageId += 1)}`;
  pageIds.set(root ?? from, known);
  return known;
};
let lastPageId = 0;

/**
 * The placeholders of a component. WeChat's own elements ignore attributes that they do not have, so one of
 * them is represented by an element that takes any.
 */
const placeholdersOf = (declared: Record<string, string> = {}): Record<string, string> => {
  const stand = (tag: string) => (BUILT_IN_ELEMENTS.includes(tag) ? 'wx-placeholder' : tag);
  return Object.fromEntries(Object.entries(declared).map(([tag, by]) => [tag, stand(by)]));
};

/** Adds to every page and component what WeChat has and the framework leaves out. */
const deviceBehavior = (
  space: CodeSpace,
  meter: SetDataMeter,
  reports: Reports,
): glassEasel.GeneralBehavior => {
  const queueReady = createReadyQueue();
  const found = (caller: Caller, selector: string) =>
    caller._$.getShadowRoot()?.querySelectorAll(selector).map(domElement) ?? [];
  return space.getComponentSpace().defineBehavior({
    methods: {
      animate(this: Caller, selector: string, ...given: AnimateParameters) {
        animateNodes(found(this, selector), ...given);
      },
      clearAnimation(this: Caller, selector: string, ...given: unknown[]) {
        const done = given.find((one) => typeof one === 'function');
        clearAnimations(found(this, selector), done as (() => void) | undefined);
      },
      /** wx.navigateTo replaces it. */
      getOpenerEventChannel: () => ({ emit: () => undefined }),
    },
    lifetimes: {
      created(this: Caller) {
        meter.attach(this);
        addRouters(this);
        const query = this['createSelectorQuery'] as () => object;
        this['createSelectorQuery'] = () => completeQuery(query.call(this), reports);
        this['getPageId'] = () => pageIdOf(this._$);
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
        queueReady(this._$);
      },
    },
  });
};

/**
 * Registers every page and component of the artefact with glass-easel.
 *
 * @param templates - compiled templates by component path
 * @param realm - the built-ins that definitions are made of
 * @param reports - receives what is missing
 */
export const createRegistry = (
  artefact: Artefact,
  templates: TemplateGroups,
  meter: SetDataMeter,
  realm: Realm,
  reports: Reports,
  longPress: LongPress,
) => {
  glassEasel.globalOptions.writeFieldsToNode = false;
  // As in WeChat, a handler may be assigned to a page after it was made, which is what Vue does.
  glassEasel.globalOptions.useMethodCallerListeners = true;
  // Style sheets select by id.
  glassEasel.globalOptions.writeIdToDOM = true;
  const environment = new MiniProgramEnv();
  const backend = new DeviceBackend(artefact.unknownTags);
  describeEvents();
  window.wxsHandlers = wxsHandlers;
  convertInlineStyles();
  backend.onEvent((target, type, detail, options) => {
    if (type === 'tap' && longPress.wasLong()) return;
    const fields = touchesOf(options.originalEvent, type === 'tap');
    const [touch] = fields['changedTouches'] ?? [];
    const isTouch = type.startsWith('touch') && touch;
    const plain = isTouch ? { x: touch.pageX, y: touch.pageY } : (detail as object);
    glassEasel.Event.triggerEvent(target, type, plain, { ...options, extraFields: fields });
  });
  const associated = environment.associateBackend(backend);
  const space = environment.createCodeSpace('', true);
  registerElements(space, artefact.unknownTags);
  space.setOverallBehavior(deviceBehavior(space, meter, reports));

  associated.registerStyleSheetContent('app', artefact.appCss);
  space.addStyleSheet('app', 'app');
  for (const [path, { config, css, scope }] of Object.entries(artefact.components)) {
    const using = Object.entries(config.usingComponents ?? {}).map(([tag, to]) => [tag, `/${to}`]);
    space.addComponentStaticConfig(path, {
      ...config,
      usingComponents: Object.fromEntries(using) as Record<string, string>,
      componentPlaceholder: placeholdersOf(config.componentPlaceholder),
      styleIsolation: styleIsolationOf(artefact, path),
    } as never);
    associated.registerStyleSheetContent(path, css);
    space.addStyleSheet(path, path, scope || undefined);
    const content = templates[path];
    if (!content) throw new Error(`${path}.wxml was not compiled`);
    space.addCompiledTemplate(path, { groupList: templates, content } as never);
  }

  let current: { path: string; Page: Define; Component: Define } | null = null;
  let load = (file: string): unknown => {
    throw new Error(`${file} is needed before the scripts can run`);
  };
  const registered = new Set<string>();
  const completed = createDefinitions(space, artefact, realm, reports);
  const define = (kind: 'Page' | 'Component', definition: Definition): unknown => {
    if (!current) throw new Error(`${kind}() was called outside of its own script`);
    const { path } = current;
    registered.add(path);
    const isolation = styleIsolationOf(artefact, path, definition.options);
    const { scope, css } = artefact.components[path] ?? { scope: '', css: '' };
    Object.assign(space.getComponentStaticConfig(path) ?? {}, { styleIsolation: isolation });
    // Classes of shared style sheets have no prefix.
    if (/shared$/.test(isolation) && !isolation.includes('apply') && scope)
      associated.registerStyleSheetContent(path, css.replaceAll(`.${scope}--`, '.'));
    return current[kind](completed(definition));
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
      current = { path, Page: Page as Define, Component };
      try {
        load(`${path}.js`);
      } catch (error) {
        if (artefact.isStrict) throw error;
        reports.exception(error);
      } finally {
        // The template is shown even if its script fails.
        if (!artefact.isStrict && !registered.has(path)) define('Component', {});
        current = outer;
      }
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
    showTheme: (theme: string) => backend.showTheme(theme),
    /** Creates the root of a page; the second value removes the style sheets of that page. */
    createRoot(path: string) {
      inject(path);
      return backend.withStyleSheets(() => {
        const missing = closureOf(path).filter((used) => !injected.has(used));
        missing.forEach((used) => backend.appendStyleSheetPath(used));
        return associated.createRoot('page', space, path);
      });
    },
    /** The classes of the element around a page that its styles and those of app.wxss apply inside of. */
    styleClasses(path: string): string[] {
      const isolation = String(space.getComponentStaticConfig(path)?.styleIsolation);
      return [pageStyles(path), ...(isolation.startsWith('page-') ? [] : [APP_STYLES])];
    },
    constructors: {
      Page: (definition: Definition) => define('Page', definition),
      Component: (definition: Definition) => define('Component', definition),
      Behavior: (definition: Definition) =>
        space.componentEnv('', ({ Behavior }) =>
          observeOnce((Behavior as Define)(completed(definition))),
        ),
    },
    /** Sets how a script is run. Without lazy code loading, those of all pages and components run now. */
    runScripts(loadScript: (file: string) => unknown): void {
      load = loadScript;
      if (!isLazy) Object.keys(artefact.components).forEach(inject);
    },
  };
};
