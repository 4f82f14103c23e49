import type { Conditions, ScreenName } from '../conditions';

/** What the device tells the frame around it. */
export type ShellMessage =
  | {
      type: 'navigation';
      title: string;
      /** Address of the page that is shown, to open it again after a reload. */
      url: string;
      canGoBack: boolean;
      loading: boolean;
      background: string;
      textStyle: 'black' | 'white';
    }
  | { type: 'report'; level: string; text: string }
  | { type: 'screen'; screen: ScreenName };

/** What the frame tells the device. */
export type DeviceMessage = { type: 'conditions'; changes: Partial<Conditions> } | { type: 'back' };

/** Sends a message from the device to the frame; without a frame it goes nowhere. */
export const tellShell = (message: ShellMessage): void => {
  if (window.parent !== window) window.parent.postMessage(message, location.origin);
};
