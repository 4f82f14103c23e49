import { startSandbox } from '../../sandbox/server';

test('every answer has the time of the sandbox’s clock, also an error', async () => {
  const sandbox = await startSandbox({ count: 0, now: '2026-11-23T16:00:00+08:00' });
  for (const path of ['/hserve/v2.2/idp/pay/order/', '/nowhere']) {
    const { headers } = await fetch(sandbox.url + path);
    expect(headers.get('date')).toBe('Mon, 23 Nov 2026 08:00:00 GMT');
  }
  await sandbox.close();
});
