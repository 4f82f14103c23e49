import { Client, closeAll, listPath, loginPath } from './support/client';

afterAll(closeAll);

test('records every request in order, with query, headers, status and time', async () => {
  const client = await Client.start();
  await client.list({ status: 'success', offset: 20 });
  await client.get(`${listPath}?limit=x`);
  await client.get('/elsewhere/a?b=c');
  await client.get('/%zz');

  const log = client.sandbox.requests();
  expect(log.map(({ number, method, path, status }) => [number, method, path, status])).toEqual([
    [1, 'POST', loginPath, 201],
    [2, 'GET', listPath, 200],
    [3, 'GET', listPath, 400],
    [4, 'GET', '/elsewhere/a', 404],
    [5, 'GET', '/%zz', 400],
  ]);
  expect(log[1]).toMatchObject({
    query: { status: 'success', offset: '20' },
    headers: {
      'x-hydrogen-client-id': 'sandbox-client',
      authorization: `Hydrogen-r1 ${client.token}`,
    },
    receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
    milliseconds: expect.any(Number) as number,
  });
  expect(log[3]?.query).toEqual({ b: 'c' });
});

test('is read and cleared through the control API, whose requests are not recorded', async () => {
  const client = await Client.start({ control: true });
  await client.get(listPath);
  const { body } = await client.get('/sandbox/requests');
  expect(body).toMatchObject([{ path: loginPath }, { path: listPath, status: 200 }]);
  expect((await client.send('DELETE', '/sandbox/requests')).status).toBe(204);
  expect(client.sandbox.requests()).toEqual([]);
  await client.get(listPath);
  expect(client.sandbox.requests()).toMatchObject([{ number: 1, path: listPath }]);
});

test('records requests for the control API when it is off', async () => {
  const client = await Client.start();
  await client.get('/sandbox/requests');
  expect(client.sandbox.requests().at(-1)).toMatchObject({
    path: '/sandbox/requests',
    status: 404,
  });
});
