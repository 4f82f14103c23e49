import path from 'node:path';
import type * as configuration from '../../../miniprogram/configure';
import type { Transport } from '../../../miniprogram/services/http/transport';
import { DIST } from '../../components/support/mount';
import { noon } from './manual-requests';

/**
 * Configures the module of dist/ as an app would do it, on 23 November 2026, for a user who is signed in.
 *
 * @returns What its features then use.
 */
export function configure(
  transport: Transport,
  settings: Partial<configuration.PaymentHistorySettings>,
): configuration.PaymentHistory {
  // The simulator's base library is an old one, of which a released app says nothing.
  const released = { miniProgram: { envVersion: 'release' } };
  Object.assign(wx, { getAccountInfoSync: () => released });
  const { configurePaymentHistory, paymentHistory } = jest.requireActual<typeof configuration>(
    path.join(DIST, 'configure.js'),
  );
  configurePaymentHistory({
    host: 'https://history.example',
    clientId: 'client',
    session: { token: () => Promise.resolve('token'), drop: () => undefined },
    transport,
    retries: 0,
    ...settings,
    platform: { now: () => noon('2026-11-23') * 1000, ...settings.platform },
  });
  return paymentHistory();
}
