import { silentLogin } from 'hydrogen-payment-history';

/** The order API, at an address that the test chooses. */
const { paymentHistory } = wx.getExtConfigSync() as { paymentHistory: { host: string } };
const app = { host: paymentHistory.host, clientId: 'sandbox-client' };
const session = silentLogin(app);

export const connection = () => ({ ...app, session });
