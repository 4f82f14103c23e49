import type { Device } from '../types';
import { asyncApi } from './async-api';

/** The capsule button at the right of WeChat's navigation bar, in px. */
const CAPSULE = { width: 87, height: 32, top: 4, right: 7 };

/** Fields of the account: an app in the preview has no id. */
const ACCOUNT = { appId: 'touristappid', envVersion: 'develop', version: '' };

/** WeChat's update manager. The preview always shows the newest build. */
const updateManager = {
  onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void) =>
    void Promise.resolve().then(() => listener({ hasUpdate: false })),
  onUpdateReady: () => undefined,
  onUpdateFailed: () => undefined,
  applyUpdate: () => undefined,
};

/**
 * Calls about the mini program itself, and parts of WeChat that have no effect here.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/base/app/life-cycle/wx.getLaunchOptionsSync.html
 */
export const appInfo = ({ app, dialogs, settings }: Device) => {
  const sayDone = (name: string) => asyncApi(name, () => undefined);
  const authSetting = { 'scope.userInfo': true };
  const userInfo = {
    nickName: '微信用户',
    avatarUrl: '',
    gender: 0,
    country: '',
    province: '',
    city: '',
    language: '',
  };
  return {
    getLaunchOptionsSync: app.launchOptions,
    getEnterOptionsSync: app.enterOptions,
    onError: app.errors.on,
    offError: app.errors.off,
    onUnhandledRejection: app.rejections.on,
    offUnhandledRejection: app.rejections.off,
    onPageNotFound: app.missing.on,
    offPageNotFound: app.missing.off,
    getAccountInfoSync: () => ({ miniProgram: ACCOUNT, plugin: {} }),
    getUpdateManager: () => updateManager,
    getMenuButtonBoundingClientRect: () => ({
      width: CAPSULE.width,
      height: CAPSULE.height,
      top: CAPSULE.top,
      right: innerWidth - CAPSULE.right,
      bottom: CAPSULE.top + CAPSULE.height,
      left: innerWidth - CAPSULE.right - CAPSULE.width,
    }),
    getExtConfig: asyncApi('getExtConfig', () => ({ extConfig: settings.extConfig })),
    getSetting: asyncApi('getSetting', () => ({ authSetting })),
    openSetting: asyncApi('openSetting', () => ({ authSetting })),
    authorize: sayDone('authorize'),
    checkSession: sayDone('checkSession'),
    getUserInfo: asyncApi('getUserInfo', () => ({
      userInfo,
      rawData: JSON.stringify(userInfo),
      signature: '',
      encryptedData: '',
      iv: '',
    })),
    getUserProfile: asyncApi('getUserProfile', () => ({
      userInfo,
      rawData: JSON.stringify(userInfo),
      signature: '',
      encryptedData: '',
      iv: '',
    })),
    makePhoneCall: asyncApi('makePhoneCall', async ({ phoneNumber }: { phoneNumber: unknown }) => {
      if (typeof phoneNumber !== 'string' || !phoneNumber)
        throw new Error('parameter error: parameter.phoneNumber should be String');
      if (!(await dialogs.modal({ content: phoneNumber, confirmText: '呼叫' })))
        throw new Error('cancel');
    }),
    requestSubscribeMessage: asyncApi(
      'requestSubscribeMessage',
      ({ tmplIds = [] }: { tmplIds?: string[] }) =>
        Object.fromEntries(tmplIds.map((id) => [id, 'accept'])),
    ),
    ...Object.fromEntries(
      [
        'showShareMenu',
        'hideShareMenu',
        'updateShareMenu',
        'setKeepScreenOn',
        'vibrateShort',
        'vibrateLong',
        'setBackgroundColor',
        'setBackgroundTextStyle',
        'hideHomeButton',
        'hideKeyboard',
        'preloadSubpackage',
      ].map((name) => [name, sayDone(name)]),
    ),
    reportEvent: () => undefined,
    reportAnalytics: () => undefined,
    reportMonitor: () => undefined,
    setEnableDebug: sayDone('setEnableDebug'),
    getLogManager: () => ({ debug: quiet, info: quiet, log: quiet, warn: quiet }),
    getRealtimeLogManager: () => ({
      info: quiet,
      warn: quiet,
      error: quiet,
      setFilterMsg: quiet,
      addFilterMsg: quiet,
    }),
  };
};

const quiet = () => undefined;
