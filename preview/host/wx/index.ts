import { BUILT_IN_ELEMENTS } from '../../elements/names';
import type { Device } from '../types';
import { createAnimation } from './animation';
import { appInfo } from './app-info';
import { fileSystem } from './files';
import { images } from './images';
import { clipboard, interaction, payment, serviceChat } from './interaction';
import { keyboard } from './keyboard';
import { navigation, scrolling } from './navigation';
import { createRequest, fromBase64, toBase64 } from './request';
import { createStorage } from './storage';
import { network, system } from './system';

/** Builds the `wx` object of the logic layer; preview/README.md lists its calls. */
export const createWx = (device: Device): Record<string, unknown> => {
  const { settings, app, conditions, pages, pullDown, navigationBar, tabBar, toast, dialogs } =
    device;
  const wx: Record<string, unknown> = {
    request: createRequest(conditions),
    ...createStorage(settings.app),
    ...system(device),
    onAppShow: app.shows.on,
    offAppShow: app.shows.off,
    onAppHide: app.hides.on,
    offAppHide: app.hides.off,
    ...network(conditions),
    ...clipboard(conditions, (title) => toast.show({ title })),
    ...interaction(toast, dialogs),
    ...payment(conditions, dialogs),
    ...serviceChat((title) => toast.show({ title, icon: 'none' })),
    ...navigation(pages, navigationBar, tabBar),
    ...appInfo(device),
    ...keyboard(),
    ...images(pages),
    ...fileSystem((title) => toast.show({ title, icon: 'none' })),
    createAnimation,
    arrayBufferToBase64: toBase64,
    base64ToArrayBuffer: fromBase64,
    ...scrolling(pages, pullDown),
    /** True for implemented calls and elements; their parts (`button.open-type`) are not checked. */
    canIUse: (schema: string) => {
      const [name = ''] = schema.split('.');
      return implemented.has(name) || BUILT_IN_ELEMENTS.includes(name);
    },
  };
  const implemented = new Set(Object.keys(wx));
  return wx;
};
