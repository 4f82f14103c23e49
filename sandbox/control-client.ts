import type { Fault } from './faults';
import type { StoredOrder } from './order';
import type { LoggedRequest } from './request-log';

/**
 * A client of the control API.
 *
 * @param url - The URL of a sandbox that was started with `control`.
 */
export const sandboxControl = (url: string) => {
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${url}/sandbox${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /sandbox${path}: ${response.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  };
  const orderPath = (number: string) => `/orders/${encodeURIComponent(number)}`;
  return {
    reset: (options: object = {}) => ask('POST', '/reset', options),
    change: (settings: object) => ask('PATCH', '/settings', settings),
    addOrder: (order: object) => ask<StoredOrder>('POST', '/orders', order),
    removeOrder: (number: string) => ask('DELETE', orderPath(number)),
    changeOrder: (transactionNo: string, change: object) =>
      ask<StoredOrder>('PATCH', orderPath(transactionNo), change),
    addFault: (fault: object) => ask('POST', '/faults', fault),
    faults: () => ask<Fault[]>('GET', '/faults'),
    clearFaults: () => ask('DELETE', '/faults'),
    expireTokens: () => ask('POST', '/tokens/expire'),
    /** The orders of a user, oldest first. */
    orders: (user = 1) => ask<StoredOrder[]>('GET', `/orders?user=${user}`),
    requests: () => ask<LoggedRequest[]>('GET', '/requests'),
  };
};

/** The requests of the control API; each rejects with the answer when it is refused. */
export type SandboxControl = ReturnType<typeof sandboxControl>;
