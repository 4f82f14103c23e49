import { ApiError } from '../../miniprogram/services/api-error';
import { found } from './support/canaries';
import { LIST, startWithOrders } from './support/sandbox';

/** Private values of an answer; the characters `/+` make their encodings differ. */
const SECRETS = {
  openid: 'oCANARY-openid/+0000001',
  sign: 'CANARY-SIGN/+ABCDEF0123456789',
  paySign: 'CANARY-PAYSIGN/+ABCDEF012345',
  nonce: 'CANARY-NONCE/+1jFEJyNvEkr2',
  prepay: 'prepay_id=wxCANARY/+20200320',
  merchant: 'CANARY-MCH/+1501889000',
  ip: '203.0.113.77-CANARY',
};

describe.each(['documented', 'captured'] as const)(
  'after a full run in the %s dialect',
  (dialect) => {
    const logged: unknown[] = [];
    const result: Record<string, unknown> = {};
    let secrets: Record<string, string> = SECRETS;
    let stop: () => Promise<void>;

    beforeAll(async () => {
      for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
        jest
          .spyOn(console, level)
          .mockImplementation((...parts: unknown[]) => void logged.push(parts));
      }
      const { sandbox, control, orders } = await startWithOrders(
        { dialect, count: 0 },
        // The stalled answer waits for it; a busy machine answers the others within it.
        { perMinute: Infinity, timeoutMs: 3000 },
      );
      stop = () => sandbox.close();
      const wechat = {
        openid: SECRETS.openid,
        sign: SECRETS.sign,
        nonce_str: SECRETS.nonce,
        mch_id: SECRETS.merchant,
        appid: SECRETS.merchant,
        bank_type: 'CMB_CREDIT',
        total_fee: '1990',
      };
      const payment = {
        paySign: SECRETS.paySign,
        nonceStr: SECRETS.nonce,
        package: SECRETS.prepay,
        signType: 'MD5',
        timeStamp: '1',
      };
      const gateway_extra_info = { wechat_response: wechat, payment_parameters: payment };
      for (const status of ['pending', 'success', 'failed']) {
        const planted = { status, gateway_extra_info, ip_address: SECRETS.ip };
        for (let count = 0; count < 3; count++) await control('POST', '/orders', planted);
      }
      const attempts: Promise<unknown>[] = [];
      const attempt = async (answer: Promise<unknown>) => {
        const outcome = await answer.catch((error: unknown) => error);
        attempts.push(Promise.resolve(outcome));
        return outcome;
      };
      await attempt(orders.list());
      const page = (await attempt(orders.list({ details: true }))) as {
        orders: { transactionNo: string; tradeNo: string }[];
      };
      const first = page.orders.find(({ tradeNo }) => tradeNo);
      await attempt(orders.get({ transactionNo: String(first?.transactionNo) }));
      await attempt(orders.get({ tradeNo: String(first?.tradeNo) }));
      await attempt(orders.list({ status: 'pending', refund: 'none', details: true }));
      await attempt(orders.list({ transactionID: 'x' } as object));
      const token = String(sandbox.requests()[1]?.headers.authorization).split(' ')[1] ?? '';
      secrets = { ...SECRETS, token };
      const body = { error_msg: `no: ${token}`, ...gateway_extra_info };
      for (const fault of [
        { kind: 'drop' },
        { kind: 'stall' },
        { kind: 'truncate' },
        { kind: 'garbage', body: JSON.stringify({ objects: [gateway_extra_info] }).slice(0, -9) },
        { kind: 'garbage', body: { objects: gateway_extra_info } },
        {
          kind: 'garbage',
          body: {
            objects: [
              gateway_extra_info,
              { id: 1, ...gateway_extra_info, total_cost: SECRETS.sign },
            ],
          },
        },
        ...[400, 401, 402, 403, 404, 429, 500].map((status) => ({ kind: 'status', status, body })),
      ]) {
        await control('POST', '/faults', { ...fault, match: { path: LIST } });
        await attempt(orders.list({ details: true }));
        await control('DELETE', '/faults');
      }
      const outcomes = await Promise.all(attempts);
      result['errors'] = outcomes.filter((outcome) => outcome instanceof ApiError);
      result['domain objects'] = outcomes.filter((outcome) => !(outcome instanceof Error));
      result['logs'] = logged;
    });
    afterAll(async () => {
      jest.restoreAllMocks();
      await stop();
    });

    test.each(['errors', 'domain objects', 'logs'])('the %s hold no private value', (place) => {
      expect(found(secrets, result[place])).toEqual([]);
    });

    test('the run has read orders and has failed with nearly every kind of error', () => {
      expect((result['errors'] as ApiError[]).map(({ kind }) => kind)).toEqual([
        ...['invalid-request', 'network', 'timeout', 'network', 'malformed', 'malformed'],
        ...['invalid-request', 'unauthorized', 'payment-required', 'forbidden', 'not-found'],
        ...['rate-limited', 'server'],
      ]);
      expect((result['domain objects'] as unknown[]).length).toBe(6);
      const wechat = JSON.stringify(result['domain objects']).includes('CMB_CREDIT');
      expect(wechat).toBe(true);
    });
  },
);

test.each<[string, (secret: string) => unknown]>([
  ['raw', (secret) => [{ a: `x${secret}y` }]],
  ['in other case', (secret) => secret.toUpperCase()],
  ['URL-encoded', (secret) => `?a=${encodeURIComponent(secret)}`],
  ['in base64', (secret) => Buffer.from(secret).toString('base64')],
  ['in base64 of a longer text', (secret) => Buffer.from(`a${secret}b`).toString('base64')],
  ['in base64 of another place', (secret) => Buffer.from(`{"${secret}"}`).toString('base64')],
  ['in base64 for addresses', (secret) => Buffer.from(secret).toString('base64url')],
  ['in an error', (secret) => new Error(secret)],
  ['in the cause of an error', (secret) => Object.assign(new Error('x'), { cause: { secret } })],
  ['as a key', (secret) => ({ [secret]: 1 })],
  ['in a map', (secret) => new Map([[1, { secret }]])],
  ['hidden', (secret) => Object.defineProperty({}, 'a', { value: secret, enumerable: false })],
])('the scanner finds each private value %s', (_where, plant) => {
  for (const [name, secret] of Object.entries(SECRETS)) {
    expect(found(SECRETS, plant(secret))).toContain(name);
  }
  expect(found(SECRETS, plant('nothing private'))).toEqual([]);
});
