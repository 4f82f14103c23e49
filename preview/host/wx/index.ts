import { BUILT_IN_ELEMENTS } from '../../elements/names';
import type { Device } from '../device';
import { clipboard } from './clipboard';
import { interaction } from './interaction';
import { navigation } from './navigation';
import { network } from './network';
import { payment } from './payment';
import { createRequest } from './request';
import { scrolling } from './scrolling';
import { createStorage } from './storage';
import { system } from './system';

/** Builds the `wx` object of the logic layer: these calls and no others; preview/README.md lists them. */
export const createWx = (device: Device): Record<string, unknown> => {
  const { settings, app, conditions, pages, pullDown, navigationBar, toast, dialogs } = device;
  const wx: Record<string, unknown> = {
    request: createRequest(conditions),
    ...createStorage(settings.app),
    ...system(settings, conditions),
    onAppShow: app.shows.on,
    offAppShow: app.shows.off,
    onAppHide: app.hides.on,
    offAppHide: app.hides.off,
    ...network(conditions),
    ...clipboard(conditions, (title) => toast.show({ title })),
    ...interaction(toast, dialogs),
    ...payment(conditions, dialogs),
    ...navigation(pages, navigationBar),
    ...scrolling(pages, pullDown),
    /** True for exactly the calls and elements that are here, whatever is asked of their parts. */
    canIUse: (schema: string) => {
      const [name = ''] = schema.split('.');
      return Object.hasOwn(wx, name) || BUILT_IN_ELEMENTS.includes(name);
    },
  };
  return wx;
};
