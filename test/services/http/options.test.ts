import { createHttpClient } from '../../../miniprogram/services/http/client';
import { fixedToken } from '../../../miniprogram/services/session/fixed-token';

test.each<[object, RegExp]>([
  [{ host: undefined }, /host of type undefined is not usable/],
  [{ clientId: undefined }, /clientId of type undefined is not usable.*知晓云控制台/],
  [{ clientId: 'my app' }, /clientId "my app" is not usable/],
  [{ clientId: '' }, /clientId "" is not usable/],
  [{ inFlight: 0 }, /inFlight is 0\. Allowed: numbers from 1/],
  [{ perMinute: NaN }, /perMinute is NaN/],
  [{ deadlineMs: -1 }, /deadlineMs is -1/],
  [{ timeoutMs: null }, /timeoutMs is not a number/],
  [{ timeoutMs: Infinity }, /timeoutMs is Infinity/],
  [{ retries: NaN }, /retries is NaN. Allowed: numbers from 0/],
  [{ backOffMs: -1 }, /backOffMs is -1/],
  [{ clientId: 5n }, /clientId of type bigint/],
  [{ timeoutMs: '5' }, /timeoutMs is not a number/],
])('createHttpClient refuses %j', (changed, message) => {
  const options = { host: 'https://api.example', clientId: 'app', session: fixedToken('t') };
  expect(() => createHttpClient(Object.assign(options, changed))).toThrow(message);
});
