import { runScript } from './support/run-script';
import type { Host, Seen } from './support/texts-of-host';

const LOOK_MS = 240_000;

const HOSTS: readonly (readonly [name: string, host: Host])[] = [
  [
    'tag selectors in app.wxss',
    {
      css: `view, text { color: #333; font-size: 28rpx; line-height: 1.7; }
        button { text-align: left; }`,
    },
  ],
  ['"style": "v2" in app.json', { app: { style: 'v2' } }],
];

describe.each(HOSTS)('with %s', (_name, host) => {
  test(
    'every text and every button in the dark looks as in the ordinary app',
    async () => {
      const [usual, seen] = await runScript<[Seen[], Seen[]]>(
        'texts-of-host.ts',
        JSON.stringify(host),
      );
      // The two apps may have read a different number of pages.
      const names = new Set(usual.map(({ what }) => what));
      const looks = new Set(usual.map((one) => JSON.stringify(one)));
      const known = seen.filter(({ what }) => names.has(what));
      expect(known.length).toBeGreaterThan(150);
      expect(known.filter((one) => !looks.has(JSON.stringify(one)))).toEqual([]);
    },
    LOOK_MS,
  );
});
