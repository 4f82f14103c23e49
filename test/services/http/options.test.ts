import { createHttpClient } from '../../../miniprogram/services/http/client';
import { fixedToken } from '../../../miniprogram/services/session/fixed-token';

test.each<[object, RegExp]>([
  [{ host: undefined }, /host undefined is not usable/],
  [{ clientId: undefined }, /clientId undefined is not usable.*知晓云控制台/],
  [{ clientId: 'my app' }, /clientId "my app" is not usable/],
  [{ clientId: '' }, /clientId "" is not usable/],
  [{ inFlight: 0 }, /inFlight is 0\. Allowed: a number above 0/],
  [{ perMinute: NaN }, /perMinute is NaN/],
  [{ deadlineMs: -1 }, /deadlineMs is -1/],
  [{ timeoutMs: '5' }, /timeoutMs is a string/],
])('createHttpClient refuses %j', (changed, message) => {
  const options = { host: 'https://api.example', clientId: 'app', session: fixedToken('t') };
  expect(() => createHttpClient(Object.assign(options, changed))).toThrow(message);
});
