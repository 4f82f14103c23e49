import type { Conditions } from '../../conditions';
import type { ConditionsStore } from '../conditions-store';
import { createListeners } from '../listeners';
import { asyncApi } from './async-api';

interface NetworkStatus {
  isConnected: boolean;
  networkType: Conditions['network'];
}

/**
 * The network as the conditions have it.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/device/network/wx.onNetworkStatusChange.html
 */
export const network = (conditions: ConditionsStore) => {
  const changes = createListeners<NetworkStatus>();
  conditions.onChange((now, before) => {
    // WeChat does not tell of what happened in the background, also not afterwards.
    if (!now.foreground || now.network === before.network) return;
    changes.tell({ isConnected: now.network !== 'none', networkType: now.network });
  });
  return {
    getNetworkType: asyncApi('getNetworkType', () => ({ networkType: conditions.get().network })),
    onNetworkStatusChange: changes.on,
    offNetworkStatusChange: changes.off,
  };
};
