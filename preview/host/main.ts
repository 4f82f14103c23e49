import { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { Artefact } from '../artefact';
import { linkToEndpoint } from '../automator/device/link';
import { INITIAL_CONDITIONS, SCREENS, type Conditions } from '../conditions';
import { connectNavigators } from '../elements/navigator';
import { postToShell, type DeviceMessage } from '../shell/messages';
import { createApp } from './app';
import { createRegistry } from './component-registry';
import { createConditionsStore, type ConditionsStore } from './conditions-store';
import { createLogicLayer } from './logic-layer';
import { watchLongPress } from './long-press';
import { createNavigationBar } from './navigation-bar';
import { createDialogs, createToast } from './overlays';
import { createPageStack, parseUrl } from './page-stack';
import { createPullDownRefresh } from './pull-down-refresh';
import { createRealm } from './realm';
import { createReports, type Reports } from './reports';
import { connectRouters } from './router';
import { watchScrolling } from './scrolling';
import { emulateSetData } from './set-data';
import { createTabBar } from './tab-bar';
import { logicDate, logicTimers } from './time';
import type { DeviceSettings } from './types';
import { createWx } from './wx';
import { addUnsupportedCalls, inert } from './wx/unsupported';

declare global {
  interface Window {
    /** The compiled mini program, set by artefact.js. */
    miniProgram: { artefact: Artefact; templates: Record<string, unknown> };
  }
}

/** The component of a custom tab bar. */
const CUSTOM_TAB_BAR = 'custom-tab-bar/index';

/** Edges in the order of CSS. */
const EDGES = ['top', 'right', 'bottom', 'left'] as const;

const getJson = async <T>(path: string): Promise<T> => (await (await fetch(path)).json()) as T;

/**
 * Applies the conditions to the document: theme and insets for style sheets, language for screen readers.
 * The frame around the device sets the size of the screen.
 */
const showConditions = (conditions: ConditionsStore): void => {
  const show = () => {
    const { theme, language, screen } = conditions.get();
    SCREENS[screen].insets.forEach((inset, nth) =>
      document.documentElement.style.setProperty(`--safe-area-inset-${EDGES[nth]}`, `${inset}px`),
    );
    postToShell({ type: 'screen', screen });
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  };
  conditions.onChange(show);
  show();
};

const showReports = (reports: Reports): void =>
  reports.onReport((report) => {
    const level = report.kind === 'log' ? report.level : 'error';
    const text = report.kind === 'log' ? report.args.map(String).join(' ') : report.stack;
    postToShell({ type: 'report', level, text });
  });

/** Starts the mini program in WeChat's order: app, components, first page. */
const start = async (): Promise<void> => {
  const settings = await getJson<DeviceSettings>('settings.json');
  const address = new URLSearchParams(location.search);
  const wanted = JSON.parse(address.get('conditions') ?? '{}') as Partial<Conditions>;
  const { artefact, templates } = window.miniProgram;

  const conditions = createConditionsStore({
    ...INITIAL_CONDITIONS,
    ...settings.conditions,
    ...wanted,
  });
  const reports = createReports(glassEasel, artefact.isStrict);
  const app = createApp(reports);
  const meter = emulateSetData(
    reports.logicConsole['warn'] as (text: string) => void,
    artefact.isStrict,
  );
  showConditions(conditions);
  document.documentElement.dataset['style'] = artefact.app.style ?? 'v1';
  showReports(reports);

  const realm = createRealm(reports.rejection);
  const registry = createRegistry(artefact, templates, meter, realm, reports, watchLongPress());
  registry.showTheme(conditions.get().theme);
  conditions.onChange(({ theme }) => registry.showTheme(theme));
  const navigationBar = createNavigationBar(artefact, conditions);
  const pages = createPageStack((path) => registry.createRoot(path), artefact.app.pages, {
    onMount: (page) => {
      page.container.classList.add(...registry.styleClasses(page.path));
      tabBar.follow(page);
      if (!tabBar.isCustom || !tabBar.paths.includes(page.path)) return;
      const [root] = registry.createRoot(CUSTOM_TAB_BAR);
      const [place, bar] = [document.createElement('div'), document.createElement('div')];
      bar.append(place);
      page.container.append(bar);
      root.attach(bar as never, place as never);
      page.caller['getTabBar'] = () => root.get();
    },
    onShown: (page) => {
      tabBar.follow(page);
      navigationBar.follow(page, pages.pages().length);
      pullDown.stop();
    },
    onError: reports.exception,
  });
  const tabBar = createTabBar(artefact, conditions, (item) => {
    pages.switchTab(item.pagePath, tabBar.paths);
    const page = pages.top();
    if (page) pages.call(page, 'onTabItemTap', item);
  });
  const pullDown = createPullDownRefresh(pages, artefact);
  const [toast, dialogs] = [createToast(), createDialogs()];
  const device = {
    settings,
    app,
    artefact,
    reports,
    conditions,
    pages,
    pullDown,
    navigationBar,
    tabBar,
    toast,
    dialogs,
  };
  const wx = createWx(device);
  connectNavigators((openType, { url, delta }) => {
    const calls: Record<string, string> = {
      navigate: 'navigateTo',
      redirect: 'redirectTo',
      navigateBack: 'navigateBack',
    };
    const call = wx[calls[openType] ?? openType] as
      ((options: object) => Promise<unknown>) | undefined;
    void call?.({ url, delta })?.catch(reports.exception);
  });
  connectRouters(wx);
  addUnsupportedCalls(wx, settings.wechatCalls, reports);
  const logic = createLogicLayer(artefact, realm, {
    wx,
    App: app.register,
    getApp: app.get,
    getCurrentPages: () => pages.pages().map((page) => page.caller),
    ...registry.constructors,
    Date: logicDate(conditions, realm.builtIns['Date'] as DateConstructor),
    ...logicTimers(conditions),
    console: reports.logicConsole,
    requirePlugin: (name: string) => {
      const message = `the preview has no plugins, and the plugin ${name} is required`;
      if (artefact.isStrict) throw new Error(message);
      reports.unsupported(message);
      return inert(`plugin ${name}`, () => undefined);
    },
  });

  let settleStart: { resolve: () => void; reject: (error: unknown) => void };
  const started = new Promise<void>((resolve, reject) => (settleStart = { resolve, reject }));
  started.catch(reports.exception);
  linkToEndpoint({ device, wx, logic, meter, reports, started });

  try {
    artefact.problems.forEach((problem) => reports.unsupported(problem));
    for (const failure of window.wxsFailures) {
      if (artefact.isStrict) throw failure;
      reports.exception(failure);
    }
    try {
      logic.load('app.js');
    } catch (error) {
      if (artefact.isStrict) throw error;
      reports.exception(error);
    }
    registry.runScripts(logic.load);
    const entry = address.get('entry') ?? artefact.app.entryPagePath ?? artefact.app.pages[0] ?? '';
    const opened = parseUrl(entry);
    app.launch(opened);
    watchScrolling(pages, artefact);
    const isKnown = artefact.app.pages.includes(opened.path);
    if (isKnown || !app.pageNotFound(opened)) pages.navigateTo(entry);
    settleStart!.resolve();
  } catch (error) {
    settleStart!.reject(error);
    throw error;
  }

  conditions.onChange(({ foreground, theme }, before) => {
    if (theme !== before.theme) app.call('onThemeChange', { theme });
    if (foreground === before.foreground) return;
    const { path = '', query = {} } = pages.top() ?? {};
    if (foreground) app.show({ path, query });
    pages.setForeground(foreground);
    if (!foreground) app.hide();
  });
  window.addEventListener('resize', pages.emitResize);
  window.addEventListener('message', ({ data, origin }: MessageEvent<DeviceMessage>) => {
    if (origin !== location.origin) return;
    if (data.type === 'conditions') conditions.change(data.changes);
    if (data.type === 'back') pages.navigateBack(1);
  });
};

start().catch((error: unknown) => {
  console.error(error);
  const message = document.createElement('pre');
  message.className = 'device-failure';
  message.textContent = error instanceof Error ? (error.stack ?? error.message) : String(error);
  document.body.append(message);
});
