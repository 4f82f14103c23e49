import { NOW, type Stage } from '../support/stage';
import { until } from '../../../testing/until';
import { LIST, type Kind } from './kind';
import { isLogin, listOnScreen } from './list-kinds';

/** The most requests of two checks, at once and after 15 seconds: three GETs each, or two with a login. */
const TWO_CHECKS = 2 * 3;

const SECOND = Date.parse(NOW) / 1000;

/** Globals of the logic layer, where evaluated functions run. */
declare function getApp(): {
  pay?: (() => void) | null;
  checks?: Promise<void> | null;
  isWatched?: boolean;
  /** Where the copies of the module find the configured one. */
  hydrogenPaymentHistory: {
    module: { pendingPayments: { settle(...given: unknown[]): Promise<void> } };
  };
};

/** The check of a payment that was just continued. */
export const recheckKind = (stage: Stage): Kind => {
  const { history, ...screen } = listOnScreen(stage);
  const { miniProgram, sandbox } = stage;
  let pending = '';
  let others: object[] = [];
  let continued = 0;

  const rows = async () => {
    const all = await history.rows();
    const own = all.find(({ key }) => key === pending);
    return { word: own?.status ?? '', others: all.filter((row) => row !== own) };
  };
  /** Lets the test decide when the payment succeeds, and wait for the checks that follow. */
  const takeOver = async () => {
    await miniProgram.evaluate(() => {
      const app = getApp();
      const isWatched = app.isWatched;
      Object.assign(app, { pay: null, checks: null, isWatched: true });
      if (isWatched) return;
      const { pendingPayments } = app.hydrogenPaymentHistory.module;
      const settle = pendingPayments.settle.bind(pendingPayments);
      pendingPayments.settle = (...given) => (app.checks = settle(...given));
    });
    await miniProgram.mockWxMethod(
      'requestPayment',
      () => new Promise<void>((paid) => (getApp().pay = paid)),
    );
  };

  return {
    ...screen,
    name: 'Re-check',
    description:
      'The list has five payments. A pending one was continued; it is paid in WeChat and at the server. The fault hits every check of the payment: one at once and, after a failure, one more after 15 seconds. The button stays 确认中, so that the payment cannot be made twice.',
    match: { path: `${LIST}*/` },
    success: '已支付',
    keeps: '5 payments',
    maxRequests: TWO_CHECKS,
    async prepare() {
      await sandbox.reset({ count: 4 });
      // Each fault uses another payment, because a paid one stays paid.
      continued += 1;
      pending = `continued${continued}`;
      const made = { status: 'pending', paid_at: null, created_at: SECOND - 1 };
      await sandbox.addOrder({ ...made, transaction_no: pending });
      await history.open();
      await screen.settle();
      ({ others } = await rows());
      await takeOver();
    },
    async act(injectFault) {
      await history.tapInRow(pending, '.pay');
      await until('the payment call', () => miniProgram.evaluate(() => Boolean(getApp().pay)));
      await sandbox.changeOrder(pending, { status: 'success', paid_at: SECOND });
      await injectFault();
      await miniProgram.evaluate(() => getApp().pay?.());
    },
    async settle() {
      await until('the first check', () => miniProgram.evaluate(() => Boolean(getApp().checks)));
      await miniProgram.evaluate(() => getApp().checks);
      await screen.settle();
    },
    problem: async () => {
      const { word } = await rows();
      return word === '已支付' ? '' : word;
    },
    async recover(isBackOnline) {
      if (isBackOnline) return 'automatic';
      await history.pullDown();
      return 'pull-down';
    },
    async outcome() {
      const { shown, expected } = await screen.outcome();
      const now = await rows();
      return {
        shown: { shown, word: now.word, others: now.others },
        expected: { shown: expected, word: '已支付', others },
      };
    },
    // The payments of the faults before may still be followed.
    counts: (request) => isLogin(request) || request.path.endsWith(`/${pending}/`),
  };
};
