import { readFileSync } from 'node:fs';
import path from 'node:path';
import { found } from '../services/support/canaries';
import { Detail } from '../../testing/detail';
import { embeddedApp, type Host } from './support/embedded';
import { History } from './support/history';
import { scenario, useStage } from './support/stage';
import { Statistics } from '../../testing/statistics';
import { until } from '../../testing/until';

/** A global of the logic layer, where evaluated functions run. */
declare function getApp(): Host;

const PLACES = ['list', 'detail', 'event', 'storage', 'export', 'receipt'] as const;
type Place = (typeof PLACES)[number];

/** The table of docs/security.md: each value, and the places where it may appear. */
const INVENTORY = Object.fromEntries(
  readFileSync(path.join(__dirname, '../../docs/security.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, name, cells] = /^\| `([\w.-]+)` +\|((?: +(?:yes|–) +\|){6})$/.exec(line) ?? [];
      const allowed = cells?.split('|').map((cell) => cell.trim() === 'yes') ?? [];
      return name ? [[name, PLACES.filter((_, nth) => allowed[nth])]] : [];
    }),
) as Record<string, Place[]>;

/** The text that is planted in a value; `/+` make its encodings differ. */
const canary = (name: string) => `CANARY/+${name.replace(/[._-]/g, '')}/+x`;
const CANARIES = Object.fromEntries(Object.keys(INVENTORY).map((name) => [name, canary(name)]));

/** The values of a group, planted in an object. */
const planted = (group: string): Record<string, string> =>
  Object.fromEntries(
    Object.keys(INVENTORY)
      .filter((name) => name.slice(0, name.lastIndexOf('.')) === group)
      .map((name) => [name.slice(group.length + 1), canary(name)]),
  );

const LOGIN = { path: '/hserve/v2.5/idp/wechat/silent-login/' };
const ORDERS = { path: '/hserve/*/idp/pay/order/' };

const fields = Object.fromEntries(
  Object.keys(INVENTORY)
    .filter((name) => !name.includes('.'))
    .map((name) => [name, canary(name)]),
);
const info = {
  wechat_response: planted('wechat_response'),
  payment_parameters: {
    ...planted('payment_parameters'),
    ...{ signType: 'MD5', timeStamp: '1' },
  },
};

describe.each(['documented', 'captured'])('in the %s dialect', (dialect) => {
  const stage = useStage(['--dist', embeddedApp('silentLogin')]);
  const history = new History(stage);
  const detail = new Detail(stage);
  const statistics = new Statistics(stage);

  beforeAll(() => until('the first answer', async () => (await history.phase()) === 'ready'));

  scenario(
    `private values appear where docs/security.md allows it (${dialect})`,
    stage,
    async () => {
      const { miniProgram, sandbox } = stage;
      const text: string[] = [];
      const look = async () => {
        const page = await miniProgram.currentPage();
        for (const tag of ['payment-history', 'payment-detail'])
          text.push((await (await page?.$(tag))?.text()) ?? '');
      };
      await sandbox.reset({ dialect, count: 0 });
      // The captured dialect sends blobs as text.
      const blob = (value: object) => (dialect === 'captured' ? JSON.stringify(value) : value);
      const { transaction_no, ...wire } = fields;
      const numbers = {
        'T-PENDING': 'pending',
        [String(transaction_no)]: 'success',
        'T-REFUNDED': 'success',
        'T-UNSURE': canary('status'),
        // Known by its other numbers only.
        'T-NUMBERLESS': 'success',
      };
      for (const [number, status] of Object.entries(numbers)) {
        await sandbox.addOrder({
          transaction_no: number,
          total_fen: 1990,
          ...(number === 'T-NUMBERLESS' && {
            missing: ['transaction_no'],
            trade_no: wire['trade_no'],
          }),
          wire: {
            ...wire,
            status,
            gateway_extra_info: blob(info),
            merchandise_snapshot: blob(planted('merchandise_snapshot')),
          },
        });
      }
      await miniProgram.evaluate(() => {
        Object.assign(getApp(), { patches: [], events: [] });
      });

      // Logins with planted values; their token is refused.
      const { token, ...login } = planted('login');
      const user = planted('login.user_info');
      const body = { token, expires_in: 9000, ...login, user_info: user };
      await sandbox.expireTokens();
      await sandbox.addFault({ kind: 'status', status: 201, body, match: LOGIN });
      await history.open();
      await look();
      const duringLogin = await stored();
      await sandbox.clearFaults();
      await history.openAgain();
      await until('the payments', async () => (await history.keys()).length === 5);
      await look();
      const receipts: string[] = [];
      const visit = async (number: string) => {
        await history.tapInRow(number, '.row');
        await until('the payment', async () => (await detail.timeline()).length === 3);
        await detail.settled();
        await look();
        receipts.push(await receipt());
        await detail.contactShop();
        await history.comeBack();
      };
      await visit(String(transaction_no));
      await visit('T-UNSURE');
      await visit(canary('id'));
      await miniProgram.evaluate(
        (refunds: object[]) => void Object.assign(getApp(), { refunds }),
        [{ amountFen: 1, at: null, state: 'success', to: canary('refund.to') }],
      );
      await history.tapInRow('T-REFUNDED', '.row');
      await until('the refund', async () => (await detail.timeline())[2]?.[0] === '退款成功 ¥0.01');
      await look();
      receipts.push(await receipt());
      await history.comeBack();
      await statistics.openComplete();
      await statistics.tapExport();
      await until('the file', async () => (await statistics.exported()) !== '');
      const exported = await statistics.exported();
      await statistics.leave();
      await until('the list', async () => (await history.keys()).length === 5);
      const afterReading = await stored();

      const error = planted('error');
      const headers = planted('header');
      for (const status of [400, 401, 402, 403, 404, 429, 500]) {
        const fault = { kind: 'status', status, body: { ...error, ...info, ...fields }, headers };
        await sandbox.addFault({ ...fault, match: ORDERS });
        await history.refresh();
        await until('the answer', async () => ((await sandbox.faults())[0]?.hits ?? 0) > 0);
        await until('the failure', async () => (await history.phase()) === 'refresh-failed');
        await look();
        await sandbox.clearFaults();
      }

      const { patches, events } = (await miniProgram.evaluate(() => {
        const { patches: sent, events: fired } = getApp();
        return { patches: sent, events: fired };
      })) as Pick<Host, 'patches' | 'events'>;
      const isOfDetail = ([script]: Host['patches'][number]) =>
        script.startsWith('features/payment-detail') || script.startsWith('pages/payment/');
      const places: Record<Place, unknown> = {
        list: patches.filter((patch) => !isOfDetail(patch)),
        detail: patches.filter(isOfDetail),
        event: events,
        storage: [duringLogin, afterReading, await stored()],
        export: exported,
        receipt: receipts,
      };
      const seen = Object.fromEntries(
        Object.keys(INVENTORY).map((name) => [
          name,
          PLACES.filter((place) => found({ [name]: canary(name) }, places[place]).length > 0),
        ]),
      );
      expect(seen).toEqual(INVENTORY);
      const hidden = Object.keys(INVENTORY).filter((name) => INVENTORY[name]?.length === 0);
      expect(found(CANARIES, text).filter((name) => hidden.includes(name))).toEqual([]);
      expect(found(CANARIES, [...stage.console])).toEqual([]);
      // Warnings of the preview about parts whose script is not loaded yet.
      stage.expectConsole();
      expect(Object.keys(INVENTORY).length).toBeGreaterThan(35);
    },
  );

  const receipt = async (): Promise<string> => {
    await detail.serve('复制支付信息');
    const { data } = (await stage.miniProgram.callWxMethod('getClipboardData', {})) as {
      data: string;
    };
    return data;
  };
  const stored = () =>
    stage.miniProgram.evaluate(() => {
      const { keys } = wx.getStorageInfoSync();
      return JSON.stringify(keys.map((key) => [key, wx.getStorageSync<unknown>(key)]));
    }) as Promise<string>;
});
