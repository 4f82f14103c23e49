import { startSandbox, type SandboxOptions } from '../../../sandbox/server';
import {
  createHttpClient,
  type HttpClientOptions,
} from '../../../miniprogram/services/http/client';
import { createOrders, type OrdersOptions } from '../../../miniprogram/services/orders/orders';
import { silentLogin } from '../../../miniprogram/services/session/silent-login';
import { installWx } from '../../support/wx';

export const LIST = '/hserve/v2.2/idp/pay/order/';
export const LOGIN = '/hserve/v2.5/idp/wechat/silent-login/';

/**
 * Starts a sandbox with its control API and an order service that uses it.
 *
 * @param http - Options of the HTTP client; it does not repeat requests by default.
 */
export async function startWithOrders(
  options: SandboxOptions = {},
  http: Partial<HttpClientOptions> = {},
  ordersOptions: OrdersOptions = {},
) {
  installWx('code-of-wx-login');
  const sandbox = await startSandbox({ control: true, ...options });
  const connection = { host: sandbox.url, clientId: 'sandbox-client', timeoutMs: 5000 };
  const control = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${sandbox.url}/sandbox${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  };
  const settings = { ...connection, session: silentLogin(connection), retries: 0, ...http };
  return {
    sandbox,
    control,
    orders: createOrders(createHttpClient(settings), ordersOptions),
    /** Method and path of every request so far, without those of the control API. */
    asked: () => sandbox.requests().map(({ method, path }) => `${method} ${path}`),
  };
}
