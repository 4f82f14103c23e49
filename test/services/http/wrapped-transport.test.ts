import { createSend } from '../../../miniprogram/services/http/send';
import type { Transport } from '../../../miniprogram/services/http/transport';

/** A function that wraps wx.request, as hosts install them. */
const wrapped = (transport: Transport) =>
  createSend({ host: 'https://wrapped.example', clientId: 'app', transport })({
    method: 'GET',
    path: '/a/',
  });

test('an answer whose header a wrapper has lost is read', async () => {
  const answer = wrapped(({ success }) =>
    success({ statusCode: 200, data: '{"a":1}', header: null }),
  );
  await expect(answer).resolves.toEqual({ a: 1 });
});

test('a success without an answer is malformed', async () => {
  const answer = wrapped(({ success }) => success(undefined));
  await expect(answer).rejects.toMatchObject({ name: 'ApiError', kind: 'malformed' });
});

test('the promise of a wrapper leaves no rejection unhandled', async () => {
  const unhandled: unknown[] = [];
  const note = (cause: unknown) => void unhandled.push(cause);
  process.on('unhandledRejection', note);
  const answer = wrapped(({ fail }) => {
    const failure = { errMsg: 'request:fail' };
    fail(failure);
    return Promise.reject(new Error(failure.errMsg));
  });
  await expect(answer).rejects.toMatchObject({ kind: 'network' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

test('a wrapper that answers by its promise only is read', async () => {
  const answer = wrapped(() => Promise.resolve({ statusCode: 200, data: '{"a":1}' }));
  await expect(answer).resolves.toEqual({ a: 1 });
});

test('a promise that gives nothing does not end the request', async () => {
  const answer = wrapped(({ success }) => {
    setTimeout(() => success({ statusCode: 200, data: '{"a":1}' }), 20);
    return Promise.resolve(undefined);
  });
  await expect(answer).resolves.toEqual({ a: 1 });
});

test('a wrapper that fails by its promise only is a failure', async () => {
  const answer = wrapped(() => Promise.reject(new Error('request:fail timeout')));
  await expect(answer).rejects.toMatchObject({ name: 'ApiError', method: 'GET', path: '/a/' });
});
