import { SCREENS, type ScreenName } from '../../../preview/conditions';
import type { Screen } from './boxes';
import type { Stage } from './stage';

/** How the phone shows a page. */
type Look = Partial<Parameters<Stage['setConditions']>[0]>;

const USUAL: Look = { language: 'zh_CN', textSize: 1, theme: 'light' };

/** Gives the phone a screen and a look for the scenarios of a block, and takes them back after it. */
export function useLook(stage: Stage, screen: Screen, name: ScreenName, look: Look): void {
  beforeAll(async () => {
    await stage.setConditions(look);
    await screen.become(name, SCREENS[name].width);
  });
  afterAll(async () => {
    await stage.setConditions(USUAL);
    await screen.become('phone', SCREENS.phone.width);
  });
}
