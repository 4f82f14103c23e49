import fc from 'fast-check';
import type { ServerTime } from '../../../miniprogram/core/server-clock';
import { createSend } from '../../../miniprogram/services/http/send';
import type { Transport } from '../../../miniprogram/services/http/transport';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const CONNECTION = { host: 'https://shop.example', clientId: 'client' };

/** The times that a service reports for one answer with these headers. */
async function timesOf(header: Record<string, unknown> | undefined, statusCode = 200) {
  const times: ServerTime[] = [];
  let now = NOW;
  const transport: Transport = ({ success }) => {
    now += 400;
    success({ statusCode, data: '{}', ...(header && { header }) });
    return { abort: () => undefined };
  };
  const send = createSend({
    ...CONNECTION,
    transport,
    platform: { now: () => now },
    onServerTime: (time) => times.push(time),
  });
  await send({ method: 'GET', path: '/orders/' }).catch(() => undefined);
  return times;
}

describe('the header Date of an answer', () => {
  it('is read under a name in any case', async () => {
    const cases = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(cases, async (upper) => {
        const name = [...'date'].map((one, nth) => (upper[nth] ? one.toUpperCase() : one)).join('');
        const [time] = await timesOf({ [name]: 'Mon, 23 Nov 2026 08:00:00 GMT' });
        expect(time).toEqual({ at: NOW, sentAt: NOW, receivedAt: NOW + 400 });
      }),
    );
  });

  it('is read from an error too', async () => {
    expect(await timesOf({ Date: 'Mon, 23 Nov 2026 08:00:00 GMT' }, 503)).toHaveLength(1);
  });

  it.each([
    undefined,
    {},
    { Date: '' },
    { Date: 'soon' },
    { Date: 2026 },
    { Date: '0' },
    { Date: '2026' },
    { Date: 'Mon, 45 Nov 2026 08:00:00 GMT' },
    { Date: ['Mon, 23 Nov 2026 08:00:00 GMT'] },
  ])('is ignored when it is %j', async (header) => {
    expect(await timesOf(header)).toEqual([]);
  });
});

const NOON = 'Mon, 23 Nov 2026 12:00:00 GMT';

test.each([
  ['the clock of the server', { date: NOON }, 600_000],
  ['the clock of the platform where the server does not say its time', {}, 0],
])('measures a date in Retry-After by %s', async (_clock, header, behindMs) => {
  const later = new Date(Date.parse(NOON) + 5000).toUTCString();
  const transport: Transport = ({ success }) =>
    success({ statusCode: 503, data: '', header: { ...header, 'Retry-After': later } });
  const platform = { now: () => Date.parse(NOON) - behindMs };
  const send = createSend({ host: 'https://api.example', clientId: 'app', transport, platform });
  await expect(send({ method: 'GET', path: '/orders/' })).rejects.toMatchObject({
    kind: 'server',
    retryAfterMs: 5000,
  });
});

test.each(['', ' '])('a Retry-After of %j is none', async (given) => {
  const transport: Transport = ({ success }) =>
    success({ statusCode: 503, data: '', header: { 'Retry-After': given } });
  const send = createSend({ host: 'https://api.example', clientId: 'app', transport });
  await expect(send({ method: 'GET', path: '/orders/' })).rejects.toMatchObject({
    retryAfterMs: null,
  });
});
