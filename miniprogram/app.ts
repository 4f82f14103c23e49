import { createCashier } from './demo/cashier';
import { shopRefunds } from './demo/shop-refunds';
import { configurePaymentHistory, fixedToken, silentLogin, type Language } from './index';

/** Settings of the demo app. The preview, tests and ext.json set them without another build. */
interface ExtConfig {
  readonly paymentHistory?: {
    readonly host?: string;
    readonly clientId?: string;
    readonly token?: string;
    readonly language?: Language;
  };
}

App({
  onLaunch() {
    const { paymentHistory = {} } = wx.getExtConfigSync() as ExtConfig;
    // Without settings, as in DevTools, the demo uses the sandbox on this machine.
    const { host = 'http://127.0.0.1:5180', clientId = 'sandbox-client' } = paymentHistory;
    const { token, language } = paymentHistory;
    const session = token ? fixedToken(token) : silentLogin({ host, clientId });
    const isSandbox = !host.startsWith('https:');
    // The sandbox has no limit per minute.
    const perMinute = isSandbox ? Infinity : undefined;
    const connection = { host, clientId, session, perMinute };
    const cashier = createCashier(connection);
    configurePaymentHistory({
      ...connection,
      ...(language && { language }),
      ...(isSandbox && { refunds: shopRefunds(connection) }),
      statisticsPage: '/pages/statistics/statistics',
      checkOut: ({ transactionNo }) => cashier.pay(transactionNo),
    });
  },
});
