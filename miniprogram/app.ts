import { createCashier } from './demo/cashier';
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
    // The sandbox has no limit per minute.
    const perMinute = host.startsWith('https:') ? undefined : Infinity;
    const connection = { host, clientId, session, perMinute };
    const cashier = createCashier(connection);
    configurePaymentHistory({
      ...connection,
      ...(language && { language }),
      statisticsPage: '/pages/statistics/statistics',
      checkOut: ({ transactionNo }) => cashier.pay(transactionNo),
    });
  },
});
