import type { Conditions } from '../conditions';
import type { glassEasel } from 'glass-easel-miniprogram-adapter';

/** `this` of a page or component in the logic layer. */
export interface Caller {
  is: string;
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>, callback?: () => void): void;
  /** The node behind it. */
  _$: glassEasel.GeneralComponent;
  [member: string]: unknown;
}

/** A page on the stack. */
export interface OpenPage {
  /** Unique while the app runs. */
  id: number;
  path: string;
  query: Record<string, string>;
  /** As it was asked for. */
  url: string;
  caller: Caller;
  node: glassEasel.GeneralComponent;
}

/** What the preview server tells the device before the mini program starts. */
export interface DeviceSettings {
  /** Answer of wx.getExtConfigSync(). */
  extConfig: Record<string, unknown>;
  /** Tells one app's storage from another's: whose data is shown, by which mini program. */
  app: string;
  /** How the phone is at the start, where it is not as it comes. */
  conditions: Partial<Conditions>;
}
