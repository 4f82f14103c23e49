import Taro from '@tarojs/taro';

/** The order API, at an address that the test chooses. */
export const connection = () => {
  const { paymentHistory } = Taro.getExtConfigSync() as { paymentHistory: { host: string } };
  return { host: paymentHistory.host, clientId: 'sandbox-client' };
};
