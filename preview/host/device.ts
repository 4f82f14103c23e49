import type { AppLife } from './app';
import type { ConditionsStore } from './conditions-store';
import type { NavigationBar } from './navigation-bar';
import type { Dialogs } from './overlays/dialogs';
import type { Toast } from './overlays/toast';
import type { PageStack } from './page-stack';
import type { PullDownRefresh } from './pull-down-refresh';
import type { DeviceSettings } from './types';

/** The parts of the phone that wx and the automator work with. */
export interface Device {
  settings: DeviceSettings;
  app: Pick<AppLife, 'shows' | 'hides'>;
  conditions: ConditionsStore;
  pages: PageStack;
  pullDown: PullDownRefresh;
  navigationBar: NavigationBar;
  toast: Toast;
  dialogs: Dialogs;
}
