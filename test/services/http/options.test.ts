import { createHttpClient } from '../../../miniprogram/services/http/client';
import { fixedToken } from '../../../miniprogram/services/session/fixed-token';

test.each<[object, RegExp]>([
  [{ host: undefined }, /host of type undefined is not usable/],
  [{ clientId: undefined }, /clientId of type undefined is not usable.*知晓云控制台/],
  [{ clientId: 'my app' }, /clientId "my app" is not usable/],
  [{ clientId: '' }, /clientId "" is not usable/],
  [{ inFlight: 0 }, /inFlight is not a number of at least 1\./],
  [{ perMinute: NaN }, /perMinute is not/],
  [{ deadlineMs: -1 }, /deadlineMs is not/],
  [{ timeoutMs: null }, /timeoutMs is not/],
  [{ timeoutMs: 'soon' }, /timeoutMs is not/],
  [{ retries: NaN }, /retries is not a number of at least 0\./],
  [{ backOffMs: -1 }, /backOffMs is not/],
  [{ clientId: 5n }, /clientId of type bigint/],
])('createHttpClient refuses %j', (changed, message) => {
  const options = { host: 'https://api.example', clientId: 'app', session: fixedToken('t') };
  expect(() => createHttpClient(Object.assign(options, changed))).toThrow(message);
});
