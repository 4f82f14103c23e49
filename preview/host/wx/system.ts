import { SCREENS, type Conditions } from '../../conditions';
import type { ConditionsStore } from '../conditions-store';
import { createListeners } from '../listeners';
import type { TabBar } from '../tab-bar';
import type { Device } from '../types';
import { asyncApi } from './async-api';

/** Version of the base library that the preview imitates. */
const SDK_VERSION = '3.4.0';

/** Text size in px at factor 1. */
const TEXT_SIZE_PX = 16;

/** What the phone allows WeChat to use. */
const AUTHORIZED = {
  ...Object.fromEntries(
    'album bluetooth camera location microphone notification notificationAlert notificationBadge notificationSound phoneCalendar'
      .split(' ')
      .map((name) => [`${name}Authorized`, 'authorized']),
  ),
  locationReducedAccuracy: false,
};

const safeArea = (conditions: ConditionsStore) => {
  const [top, fromRight, fromBottom, left] = SCREENS[conditions.get().screen].insets;
  const [right, bottom] = [innerWidth - fromRight, innerHeight - fromBottom];
  return { left, top, right, bottom, width: right - left, height: bottom - top };
};

const windowInfoUnder = (conditions: ConditionsStore, tabBar: TabBar) => () => ({
  pixelRatio: devicePixelRatio,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight: innerHeight - tabBar.height(),
  statusBarHeight: 0,
  screenTop: 0,
  safeArea: safeArea(conditions),
});

const deviceInfoUnder = (conditions: ConditionsStore) => () => ({
  brand: 'preview',
  model: 'preview',
  system: 'preview',
  platform: conditions.get().platform,
});

/**
 * Calls about the device, the WeChat app and the theme.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getAppBaseInfo.html
 */
export const system = ({ settings, conditions, tabBar }: Device) => {
  const windowInfo = windowInfoUnder(conditions, tabBar);
  const deviceInfo = deviceInfoUnder(conditions);
  const themes = createListeners<[{ theme: string }]>();
  conditions.onChange((now, before) => {
    if (now.theme !== before.theme) themes.emit({ theme: now.theme });
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
    getSystemSetting: () => ({
      bluetoothEnabled: true,
      locationEnabled: true,
      wifiEnabled: conditions.get().network === 'wifi',
      deviceOrientation: innerWidth > innerHeight ? 'landscape' : 'portrait',
    }),
    getAppAuthorizeSetting: () => AUTHORIZED,
    getSystemInfo: asyncApi('getSystemInfo', systemInfo),
    getExtConfigSync: () => settings.extConfig,
    onThemeChange: themes.on,
    offThemeChange: themes.off,
    // The sandbox logs this code in as its first user; a real app is configured with a token instead.
    login: asyncApi('login', () => ({ code: 'preview-user' })),
    nextTick: (callback: () => void) => void Promise.resolve().then(callback),
  };
};

interface NetworkStatus {
  isConnected: boolean;
  networkType: Conditions['network'];
}

/**
 * Calls about the network of the conditions.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/device/network/wx.onNetworkStatusChange.html
 */
export const network = (conditions: ConditionsStore) => {
  const changes = createListeners<[NetworkStatus]>();
  conditions.onChange((now, before) => {
    // WeChat does not report changes that happen in the background, not even afterwards.
    if (!now.foreground || now.network === before.network) return;
    changes.emit({ isConnected: now.network !== 'none', networkType: now.network });
  });
  return {
    getNetworkType: asyncApi('getNetworkType', () => ({ networkType: conditions.get().network })),
    onNetworkStatusChange: changes.on,
    offNetworkStatusChange: changes.off,
  };
};
