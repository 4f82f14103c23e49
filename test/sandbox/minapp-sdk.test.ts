import { installSdk } from '../support/minapp-sdk';
import { installWx } from '../support/wx';
import { Client, closeAll, type OrderPage } from './support/client';

/** The parts of minapp-sdk that a host app uses beside the history; the package has no types. */
interface HostSdk {
  auth: {
    loginWithWechat(): Promise<{ get(field: string): unknown }>;
    logout(): Promise<unknown>;
  };
  getServerDate(): Promise<{ data: { time: string } }>;
  Order: new () => {
    limit(count: number): InstanceType<HostSdk['Order']>;
    offset(count: number): InstanceType<HostSdk['Order']>;
    orderBy(column: string): InstanceType<HostSdk['Order']>;
    getOrderList(filters?: object): Promise<{ data: OrderPage }>;
  };
  pay(order: object): Promise<{ transaction_no: string }>;
}

let client: Client;
let sdk: HostSdk;
beforeEach(async () => {
  client = await Client.start({ control: true });
  installWx('user-1');
  sdk = installSdk('sandbox-client', client.sandbox.url).sdk as unknown as HostSdk;
});
afterEach(closeAll);

test('a second login reads the user of the first one', async () => {
  await sdk.auth.loginWithWechat();
  const user = await sdk.auth.loginWithWechat();
  expect([user.get('id'), user.get('openid')]).toEqual([
    61736923000001,
    expect.stringMatching(/^oSBX/),
  ]);
  expect(client.sandbox.requests().at(-1)).toMatchObject({
    path: '/hserve/v2.5/user/info/61736923000001/',
    status: 200,
  });
});

test('the user info of an unknown id is not found', async () => {
  for (const id of ['61736923000099', 'unknown']) {
    expect(await client.get(`/hserve/v2.5/user/info/${id}/`)).toEqual({
      status: 404,
      body: { status: 'error', error_msg: `user not found: ${id}` },
    });
  }
});

test('logout makes only the token of the session invalid', async () => {
  await sdk.auth.loginWithWechat();
  await sdk.auth.logout();
  const authorization = client.sandbox.requests().at(-1)?.headers.authorization ?? '';
  const headers = { ...client.headers(), Authorization: authorization };
  expect(await client.get('/hserve/v2.2/idp/pay/order/', headers)).toEqual({
    status: 401,
    body: { status: 'error', error_msg: 'access token is not valid' },
  });
  expect((await client.list()).objects).toHaveLength(20);
});

test('the server date is the clock of the sandbox', async () => {
  expect((await sdk.getServerDate()).data.time).toBe('2024-05-20T12:00:00.000000+08:00');
});

test('the order list is paged, sorted and filtered', async () => {
  await sdk.auth.loginWithWechat();
  const stored = client.sandbox.orders().reverse();
  const { data: page } = await new sdk.Order()
    .limit(5)
    .offset(10)
    .orderBy('-created_at')
    .getOrderList();
  expect(page.objects.map(({ id }) => id)).toEqual(stored.slice(10, 15).map(({ id }) => id));
  for (const merchandise_schema_id of ['32001', 32001]) {
    const { data } = await new sdk.Order().limit(100).getOrderList({ merchandise_schema_id });
    expect(data.objects.map(({ id }) => id).sort()).toEqual(
      stored
        .filter((order) => order.merchandise_schema_id === 32001)
        .map(({ id }) => id)
        .sort(),
    );
  }
});

test.each(['32001', 32001])('pay accepts the merchandiseSchemaID %p', async (schemaId) => {
  await sdk.auth.loginWithWechat();
  Object.assign(wx, {
    requestPayment: ({ success }: { success: (result: object) => void }) => success({}),
  });
  const { transaction_no } = await sdk.pay({
    merchandiseSchemaID: schemaId,
    merchandiseRecordID: 'record',
    merchandiseDescription: '拿铁咖啡',
    totalCost: 19.9,
  });
  const paid = client.sandbox.orders().find((order) => order.transaction_no === transaction_no);
  expect(paid).toMatchObject({ merchandise_schema_id: 32001, total_fen: 1990, status: 'pending' });
});
