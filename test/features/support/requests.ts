import { configurePaymentHistory, paymentHistory } from '../../../miniprogram/configure';
import type { FindRequest } from '../../../miniprogram/components/find-bar/find-bar';
import { createOrderList } from '../../../miniprogram/features/payment-history/order-list';
import { readingOf } from '../../../miniprogram/features/payment-statistics/reading';
import type { Transport } from '../../../miniprogram/services/http/transport';
import { isBusy } from '../../../miniprogram/state/paging/paging-state';
import { startSandbox } from '../../../sandbox/server';
import { NO_SNAPSHOT } from './controller';

/** An action of a person, and the number of requests that it made. */
export interface ActionRequests {
  readonly action: string;
  readonly requests: number;
  /** The error on screen afterwards; null without one. */
  readonly error: unknown;
}

const CLIENT_ID = 'sandbox-client';
/** The lowest row on the first screen. */
const LOWEST_ROW = 10;

/** `wx.request` over Node's fetch. */
const transport: Transport = ({ url, method, header, data, success, fail }) => {
  const controller = new AbortController();
  const { signal } = controller;
  fetch(url, { method, headers: header, signal, ...(data !== undefined && { body: data }) })
    .then(async (response) => {
      const { status: statusCode, headers } = response;
      return { statusCode, header: Object.fromEntries(headers), data: await response.text() };
    })
    .then(success, (error: unknown) => fail({ errMsg: `request:fail ${String(error)}` }));
  return { abort: () => controller.abort() };
};

async function signIn(host: string): Promise<string> {
  const response = await fetch(`${host}/hserve/v2.5/idp/wechat/silent-login/`, {
    method: 'POST',
    headers: { 'X-Hydrogen-Client-ID': CLIENT_ID, 'Content-Type': 'application/json' },
    body: JSON.stringify({ code: 'any', create_user: true, login_with_unionid: false }),
  });
  const { token } = (await response.json()) as { token: string };
  return token;
}

const tab = (name: string): FindRequest => ({ what: 'tab', tab: name });
const gateway = (name: string): FindRequest => ({
  what: 'apply',
  choices: { refund: '', gateway: name },
  amount: { fromFen: null, toFen: null },
});

/** What a person does, one after another. */
const VISIT: readonly (readonly [action: string, ...requests: FindRequest[]])[] = [
  ['open'],
  ['已支付', tab('paid')],
  ['退款', tab('refunded')],
  ['退款 + 微信', gateway('weixin')],
  ['已支付 + 微信', tab('paid')],
  ['退款 + 微信 again', tab('refunded')],
  ['退款 + 支付宝', gateway('alipay')],
  ['全部 + 支付宝', tab('all')],
  ['全部', gateway('')],
];

/** Starts a sandbox and configures the module for its user, who is signed in. */
async function startModule(count: number, perMinute?: number) {
  const sandbox = await startSandbox({ count });
  const token = await signIn(sandbox.url);
  const session = { token: () => Promise.resolve(token), drop: () => undefined };
  // Answers take no time: where they are slow, more pages are read ahead.
  const now = Date.now();
  const platform = { now: () => now };
  const connection = { host: sandbox.url, clientId: CLIENT_ID, transport, perMinute, platform };
  configurePaymentHistory({ ...connection, session, language: 'zh-CN' });
  return { sandbox, module: paymentHistory() };
}

/**
 * Counts the requests of the statistics of all time.
 *
 * @param count - Payments of the user.
 */
export async function requestsOfStatistics(count: number): Promise<number> {
  const { sandbox, module } = await startModule(count, Infinity);
  const before = sandbox.requests().length;
  const reading = readingOf(module);
  const ended = new Promise<void>((resolve) =>
    reading.onChange(() => {
      if (reading.isComplete(null)) resolve();
    }),
  );
  reading.read({}, null);
  await ended;
  const requests = sandbox.requests().length - before;
  await sandbox.close();
  return requests;
}

/**
 * Counts the requests of a visit with the default settings, over HTTP, on the first screen of each list.
 *
 * @param count - Payments of the user.
 */
export async function requestsOfVisit(
  count: number,
  visit = VISIT,
): Promise<readonly ActionRequests[]> {
  const { sandbox, module } = await startModule(count);
  const list = createOrderList({
    module,
    snapshot: NO_SNAPSHOT,
    preset: null,
    hidesExpired: false,
  });
  // As after each drawing on the screen.
  list.onChange(() => setImmediate(() => list.loadAhead()));
  const idle = async () => {
    list.reach(LOWEST_ROW);
    do await new Promise((resolve) => setTimeout(resolve, 50));
    while (isBusy(list.paging));
  };
  const rows: ActionRequests[] = [];
  for (const [action, ...requests] of visit) {
    const before = sandbox.requests().length;
    if (requests.length === 0) await list.refresh();
    for (const request of requests) await list.find(request);
    await idle();
    const { error } = list.paging;
    rows.push({ action, requests: sandbox.requests().length - before, error });
  }
  list.dispose();
  await sandbox.close();
  return rows;
}
