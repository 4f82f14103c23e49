import { settle, shown, tap, only, texts } from '../components/support/dom';
import { found } from '../services/support/canaries';
import { openHistory } from './support/history';
import { wireOrder, wireBody } from './support/manual-requests';

/** Planted in the private fields of the server's answers; `/+` make the encodings differ. */
const SECRETS = {
  token: 'CANARY-TOKEN/+0123456789abcdef',
  openid: 'oCANARY-openid/+0000001',
  sign: 'CANARY-SIGN/+ABCDEF0123456789',
  paySign: 'CANARY-PAYSIGN/+ABCDEF012345',
  ip: '203.0.113.77-CANARY',
};

const info = {
  wechat_response: { openid: SECRETS.openid, sign: SECRETS.sign, bank_type: 'CMB_CREDIT' },
  payment_parameters: {
    paySign: SECRETS.paySign,
    nonceStr: 'n',
    package: 'prepay_id=wx1',
    signType: 'MD5',
    timeStamp: '1',
  },
};
const planted = (number: number, gateway_extra_info: unknown) =>
  wireOrder(number, {
    status: number % 2 ? 'pending' : 'success',
    ip_address: SECRETS.ip,
    openid: SECRETS.openid,
    gateway_extra_info,
  });
const body = { error_msg: `no: ${SECRETS.token}`, ...info, ip_address: SECRETS.ip };

describe.each([
  ['objects', info],
  ['text', JSON.stringify(info)],
])('the output for answers with secrets as %s', (_shape, extra) => {
  const kept: Record<string, unknown[]> = { storage: [], logs: [], events: [], setData: [] };
  const steps: string[] = [];

  beforeAll(async () => {
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      jest.spyOn(console, level).mockImplementation((...parts) => void kept['logs']?.push(parts));
    }
    const phone = wx as unknown as Record<string, unknown>;
    for (const name of ['setStorage', 'setStorageSync']) {
      phone[name] = (...parts: unknown[]) => void kept['storage']?.push(parts);
    }
    const rows = (from: number, count: number) => {
      const objects = Array.from({ length: count }, (_, index) => planted(from + index, extra));
      return wireBody(objects, from, 25);
    };
    const token = () => Promise.resolve(SECRETS.token);
    // A session with a certain user, so that a snapshot is stored.
    const session = { token, drop: () => undefined, user: () => 'anna' };
    const history = openHistory({ language: 'en', session });
    kept['events'] = history.events('tapPayment');
    await settle();
    await history.request(0).answer(body, 500);
    steps.push(String(texts(history.dom, 'notice__title')));
    await tap(only(history.dom, 'van-button'));
    await history.request(1).answer(rows(0, 20));
    const [row] = shown(history.dom, 'row');
    if (row) await tap(row);
    void history.element.loadMore();
    await settle();
    await history.request(2).answer(body, 401);
    steps.push(String(texts(history.dom, 'notice__title')));
    void history.element.retry();
    await settle();
    await history.request(3).answer({ ...rows(20, 4), objects: [...rows(20, 4).objects, info] });
    void history.element.refresh();
    await settle();
    await history.request(4).fail(`request:fail ${SECRETS.token}`);
    steps.push(String(history.element.data['phase']));
    const { outerHTML } = history.dom as unknown as { readonly outerHTML: string };
    kept['setData'] = [history.patches, history.element.data, outerHTML];
  });
  afterAll(() => jest.restoreAllMocks());

  test.each(['storage', 'logs', 'events', 'setData'])('nothing private is in %s', (place) => {
    expect(found(SECRETS, kept[place])).toEqual([]);
  });

  test('the run had a failure, payments, a tap, a failed page, a broken row and a failed refresh', () => {
    expect(steps).toEqual([
      'The service has a problem',
      'Not loaded: Your sign-in has expired',
      'refresh-failed',
    ]);
    expect(kept['events']).toEqual([{ key: 'T0' }]);
    expect(found({ shown: 'order 23' }, kept['setData'])).toEqual(['shown']);
    expect(found({ shown: 'order 0' }, kept['storage'])).toEqual(['shown']);
  });
});

test('the scanner finds a secret in a patch', () => {
  expect(found(SECRETS, [{ 'rows[0]': { text: `x${SECRETS.paySign}` } }])).toEqual(['paySign']);
});
