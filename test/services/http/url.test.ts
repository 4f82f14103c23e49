import { buildUrl, validateHost } from '../../../miniprogram/services/http/url';

test.each([
  'https://abc123.myminapp.com',
  'https://abc123.myminapp.com/',
  'https://abc.example:8443',
  'http://127.0.0.1:5180',
  'http://localhost',
  'http://[::1]:5180',
])('accepts the host %s', (host) => {
  expect(validateHost(host)).toBe(host.replace(/\/$/, ''));
});

test.each([
  'http://abc123.myminapp.com',
  'http://localhost.evil.example',
  'http://127.0.0.1.evil.example',
  'http://127.0.0.1@evil.example',
  'https://user:secret@evil.example',
  'https://abc.example/api',
  'https://abc.example?x',
  'https://abc.example\nevil',
  'ftp://abc.example',
  '//abc.example',
  'abc.example',
  '',
])('refuses the host %j with an error that names the allowed ones', (host) => {
  expect(() => validateHost(host)).toThrow(/host ".*" is not usable\. Allowed: https:\/\/name/);
});

test('leaves out empty parameters and encodes the others', () => {
  const query = {
    limit: 20,
    offset: 0,
    status: undefined,
    trade_no: '',
    id: null,
    'a&b': '支付 =&?#/',
  };
  expect(buildUrl('https://h.example', '/orders/', query)).toBe(
    'https://h.example/orders/?limit=20&offset=0&a%26b=%E6%94%AF%E4%BB%98%20%3D%26%3F%23%2F',
  );
  expect(buildUrl('https://h.example', '/orders/', { status: '' })).toBe(
    'https://h.example/orders/',
  );
});

test('encodes a lone surrogate as U+FFFD', () => {
  expect(buildUrl('https://h.example', '/o/', { a: '\ud83d', b: '💰' })).toBe(
    'https://h.example/o/?a=%EF%BF%BD&b=%F0%9F%92%B0',
  );
});

test('encodes the number in a path', () => {
  const filled = (number: string) =>
    buildUrl('https://h.example', '/o/:number/', { ':number': number });
  expect(filled('1dLSQ**')).toBe('https://h.example/o/1dLSQ**/');
  expect(filled('a/b?c#d $&')).toBe('https://h.example/o/a%2Fb%3Fc%23d%20%24%26/');
  expect(filled('..')).toBeNull();
  expect(filled('.')).toBeNull();
});

test.each([
  ['/hserve/v2.2/idp/pay/order/', true],
  ['/hserve/v2.0/idp/pay/order/DEqbLRjW%2A/', true],
  ['@evil.example/', false],
  ['.evil.example/', false],
  ['//evil.example/', false],
  ['/order/../../secret/', false],
  ['/order/?limit=1', false],
  ['/order/#x', false],
  ['/\\evil.example', false],
  ['https://evil.example/', false],
  ['', false],
])('%j is a path on the host: %p', (path, answer) => {
  expect(buildUrl('https://h.example', path)).toBe(answer ? `https://h.example${path}` : null);
});
