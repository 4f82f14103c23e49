import { Client, closeAll, detailPath, listPath, loginPath, noon } from './support/client';

let client: Client;
beforeAll(async () => {
  client = await Client.start({ control: true });
});
afterAll(closeAll);

describe('silent login', () => {
  const headers = { 'X-Hydrogen-Client-ID': 'sandbox-client' };

  test('answers 201 with a token for thirty days and the user', async () => {
    const body = { code: 'abc', create_user: true, login_with_unionid: false };
    const answer = await client.send('POST', loginPath, body, headers);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      token: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
      expires_in: 2592000,
      user_info: { id: 61736923000001, openid: expect.stringMatching(/^oSBX\w{24}$/) as string },
    });
  });

  test('logs a user in by the code of that user', async () => {
    const answer = await client.send('POST', loginPath, { code: 'user-2' }, headers);
    expect(answer.body).toMatchObject({ user_info: { id: 61736923000002 } });
  });

  test('creates an unknown user only with create_user', async () => {
    const refused = await client.send('POST', loginPath, { code: 'user-9' }, headers);
    expect(refused).toEqual({
      status: 404,
      body: { status: 'error', error_msg: 'user does not exist' },
    });
    const body = { code: 'user-9', create_user: true };
    expect((await client.send('POST', loginPath, body, headers)).status).toBe(201);
    expect((await client.send('POST', loginPath, { code: 'user-9' }, headers)).status).toBe(201);
  });

  test.each([
    [{}, "参数错误: body must have required property 'code'"],
    [{ code: '' }, '参数错误: body "code" must be a code of wx.login, got ""'],
    [
      { code: 'x', create_user: 'yes' },
      '参数错误: body "create_user" must be true or false, got "yes"',
    ],
  ])('refuses the body %j', async (body, message) => {
    const answer = await client.send('POST', loginPath, body, headers);
    expect(answer).toEqual({ status: 400, body: { status: 'error', error_msg: message } });
  });

  test('refuses a body that is not JSON', async () => {
    const response = await fetch(client.sandbox.url + loginPath, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: '{"code"',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ status: 'error' });
  });

  test('refuses another client id', async () => {
    const answer = await client.send(
      'POST',
      loginPath,
      { code: 'x' },
      {
        'X-Hydrogen-Client-ID': 'another-client',
      },
    );
    expect(answer).toEqual({
      status: 401,
      body: { status: 'error', error_msg: '认证失败，请检查 AppID、ClientID 配置' },
    });
  });
});

describe('order requests', () => {
  test.each([
    ['no client id', { 'X-Hydrogen-Client-ID': null }, 'X-Hydrogen-Client-ID header is missing'],
    ['no token', { Authorization: null }, 'Authorization header is missing'],
    [
      'another scheme',
      { Authorization: 'Bearer abc' },
      'Authorization must be "Hydrogen-r1 TOKEN"',
    ],
    ['a wrong token', { Authorization: 'Hydrogen-r1 abc' }, 'access token is not valid'],
  ])(
    'an order request with %s is refused before its parameters are validated',
    async (_name, change, message) => {
      const headers = Object.fromEntries(
        Object.entries({ ...client.headers(), ...change }).filter(
          (entry): entry is [string, string] => entry[1] !== null,
        ),
      );
      for (const path of [`${listPath}?limit=nonsense`, `${detailPath}whatever/`]) {
        expect(await client.get(path, headers)).toEqual({
          status: 401,
          body: { status: 'error', error_msg: message },
        });
      }
    },
  );

  test('an order request is refused when the clock has passed the expiry of the token', async () => {
    const lastSecond = noon + 2592000 - 1;
    await client.control.change({ now: lastSecond });
    expect((await client.get(listPath)).status).toBe(200);
    await client.control.change({ now: lastSecond + 1 });
    expect(await client.get(listPath)).toEqual({
      status: 401,
      body: { status: 'error', error_msg: 'access token has expired' },
    });
    await client.control.change({ now: noon });
  });
});
