import type { LoggedRequest } from '../../sandbox/request-log';
import type { Sandbox } from '../../sandbox/server';

/** The order API behind the subjects, as an experiment sets it up. */
export const createWorld = (sandbox: Sandbox) => {
  const send = async (method: string, path: string, body?: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${sandbox.url}/sandbox/${path}`, {
      method,
      ...(body && { headers, body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  return {
    /** So many orders, at once. */
    reset: (count: number) => send('POST', 'reset', { count }),
    setLatency: (latencyMs: number) => send('PATCH', 'settings', { latencyMs }),
    clearLog: () => send('DELETE', 'requests'),
    /** The third of the list is refunded now, or fails to be. */
    changeThird: async (): Promise<void> => {
      const { transaction_no: number, refund_status: before } = sandbox.orders().at(-3) ?? {};
      const refund_status = before === 'partial' ? 'failed' : 'partial';
      await send('PATCH', `orders/${number}`, { refund_status });
    },
    orderRequests: (): LoggedRequest[] =>
      sandbox.requests().filter(({ path }) => path.endsWith('/pay/order/')),
  };
};

/** The order API behind the subjects. */
export type World = ReturnType<typeof createWorld>;
