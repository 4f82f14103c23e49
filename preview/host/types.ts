import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { Artefact } from '../artefact';
import type { Conditions } from '../conditions';
import type { AppLife } from './app';
import type { ConditionsStore } from './conditions-store';
import type { NavigationBar } from './navigation-bar';
import type { Dialogs, Toast } from './overlays';
import type { PageStack } from './page-stack';
import type { Reports } from './reports';
import type { TabBar } from './tab-bar';
import type { PullDownRefresh } from './pull-down-refresh';

/** `this` of a page or component in the logic layer. */
export interface Caller {
  is: string;
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>, callback?: () => void): void;
  /** The framework's node. */
  _$: glassEasel.GeneralComponent;
  [member: string]: unknown;
}

/** A page on the stack. */
export interface OpenPage {
  /** Unique while the app runs. */
  id: number;
  path: string;
  query: Record<string, string>;
  /** The address it was opened with. */
  url: string;
  caller: Caller;
  node: glassEasel.GeneralComponent;
  /** The element of the document that holds the page. */
  container: HTMLElement;
}

/** Settings that the preview server sends before the mini program starts. */
export interface DeviceSettings {
  /** Answer of wx.getExtConfigSync(). */
  extConfig: Record<string, unknown>;
  /** Identifies the app; each app has a separate storage. */
  app: string;
  /** Names of all calls of WeChat; empty in a strict preview. */
  wechatCalls: string[];
  /** Initial conditions that differ from INITIAL_CONDITIONS. */
  conditions: Partial<Conditions>;
}

/** Parts of the phone that wx and the automator work with. */
export interface Device {
  settings: DeviceSettings;
  app: AppLife;
  artefact: Artefact;
  reports: Reports;
  conditions: ConditionsStore;
  pages: PageStack;
  pullDown: PullDownRefresh;
  navigationBar: NavigationBar;
  tabBar: TabBar;
  toast: Toast;
  dialogs: Dialogs;
}
