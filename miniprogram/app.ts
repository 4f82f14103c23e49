import { openCashier } from './demo/cashier';
import { configurePaymentHistory, type Language } from './configure';
import { fixedToken } from './services/session/fixed-token';
import { silentLogin } from './services/session/silent-login';

/** What the surroundings of the demo may change without touching the artefact. */
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
    // Without settings the demo talks to a sandbox on this machine, so that DevTools needs none.
    const { host = 'http://127.0.0.1:5180', clientId = 'sandbox-client' } = paymentHistory;
    const { token, language } = paymentHistory;
    const session = token ? fixedToken(token) : silentLogin({ host, clientId });
    // A sandbox has no plan that would be used up.
    const perMinute = host.startsWith('https:') ? undefined : Infinity;
    const connection = { host, clientId, session, perMinute };
    configurePaymentHistory({ ...connection, ...(language && { language }) });
    openCashier(connection);
  },
});
