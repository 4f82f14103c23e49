import type { Conditions, ScreenName } from '../conditions';

/** Message from the device to the frame around it. */
export type ShellMessage =
  | {
      type: 'navigation';
      title: string;
      /** Address of the shown page, which is opened again after a reload. */
      url: string;
      canGoBack: boolean;
      /** `"navigationStyle": "custom"`: the page draws its own bar. */
      isCustom: boolean;
      loading: boolean;
      background: string;
      textStyle: 'black' | 'white';
    }
  | { type: 'report'; level: string; text: string }
  | { type: 'screen'; screen: ScreenName }
  /** An automator client changed the phone's conditions. */
  | { type: 'conditions'; changes: Partial<Conditions> };

/** Message from the frame to the device. */
export type DeviceMessage = { type: 'conditions'; changes: Partial<Conditions> } | { type: 'back' };

/** Sends a message from the device to the frame; does nothing without a frame. */
export const postToShell = (message: ShellMessage): void => {
  if (window.parent !== window) window.parent.postMessage(message, location.origin);
};
