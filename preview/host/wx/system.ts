import { SCREENS } from '../../conditions';
import type { ConditionsStore } from '../conditions-store';
import { createListeners } from '../listeners';
import type { DeviceSettings } from '../types';
import { asyncApi } from './async-api';

/** Base library whose manners the preview follows. */
export const SDK_VERSION = '3.4.0';

/** Text size in px at factor 1. */
const TEXT_SIZE_PX = 16;

const safeArea = (conditions: ConditionsStore) => {
  const [top, fromRight, fromBottom, left] = SCREENS[conditions.get().screen].insets;
  const [right, bottom] = [innerWidth - fromRight, innerHeight - fromBottom];
  return { left, top, right, bottom, width: right - left, height: bottom - top };
};

const windowInfoUnder = (conditions: ConditionsStore) => () => ({
  pixelRatio: devicePixelRatio,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight: innerHeight,
  statusBarHeight: 0,
  screenTop: 0,
  safeArea: safeArea(conditions),
});

const deviceInfo = () => ({
  brand: 'devtools',
  model: 'preview',
  system: 'preview',
  platform: 'devtools',
});

/**
 * What a mini program may ask about the device and the app it runs in.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getAppBaseInfo.html
 */
export const system = (settings: DeviceSettings, conditions: ConditionsStore) => {
  const windowInfo = windowInfoUnder(conditions);
  const themes = createListeners<{ theme: string }>();
  conditions.onChange((now, before) => {
    if (now.theme !== before.theme) themes.tell({ theme: now.theme });
  });
  const appBaseInfo = () => {
    const { language, theme, textSize } = conditions.get();
    return {
      SDKVersion: SDK_VERSION,
      version: '8.0.50',
      enableDebug: true,
      host: { env: 'WeChat' },
      language,
      theme,
      fontSizeSetting: TEXT_SIZE_PX * textSize,
      fontSizeScaleFactor: textSize,
    };
  };
  const systemInfo = () => ({ ...deviceInfo(), ...windowInfo(), ...appBaseInfo() });
  return {
    getWindowInfo: windowInfo,
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: appBaseInfo,
    getSystemInfoSync: systemInfo,
    getSystemInfo: asyncApi('getSystemInfo', systemInfo),
    getExtConfigSync: () => settings.extConfig,
    onThemeChange: themes.on,
    offThemeChange: themes.off,
    // A code that a sandbox takes for its first user; a real app gives its token instead.
    login: asyncApi('login', () => ({ code: 'preview-user' })),
    nextTick: (callback: () => void) => void Promise.resolve().then(callback),
  };
};
