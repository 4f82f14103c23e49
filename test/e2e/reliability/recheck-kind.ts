import { NOW, type Stage } from '../support/stage';
import { until } from '../support/until';
import { LIST, type Kind } from './kind';
import { listOnScreen } from './list-kinds';

/** At once and after 15 seconds; each time a GET three times, or twice with a login. */
const TWO_LOOKS = 2 * 3;

const SECOND = Date.parse(NOW) / 1000;

/** Logic-layer globals, where functions that the client sends over run. */
declare function getApp(): { pay?: (() => void) | null; looks?: Promise<void> | null };
declare function getCurrentPages(): {
  selectComponent(selector: string): { refreshPayment(...given: unknown[]): Promise<void> };
}[];

/** The look at a payment that the person has just continued. */
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
  /** The person pays when told to, and it can be told when the looks that follow are over. */
  const takeOver = async () => {
    await miniProgram.evaluate(() => {
      const list = getCurrentPages()[0]?.selectComponent('#history');
      if (!list) return;
      const refresh = list.refreshPayment.bind(list);
      Object.assign(getApp(), { pay: null, looks: null });
      list.refreshPayment = (...given) => (getApp().looks = refresh(...given));
    });
    await miniProgram.mockWxMethod(
      'requestPayment',
      () => new Promise<void>((paid) => (getApp().pay = paid)),
    );
  };

  return {
    ...screen,
    name: 'Re-check',
    about:
      'There are five payments; a pending one was continued, and WeChat says it is paid, which the server knows as well. The fault hits every look at the payment that follows: at once and, because that failed, once more after 15 seconds. Its button stays 确认中, so that nobody pays twice.',
    match: { path: `${LIST}*/` },
    well: '已支付',
    keeps: '5 payments',
    atMost: TWO_LOOKS,
    async prepare() {
      await sandbox.reset({ count: 4 });
      // Each time another one: what was paid stays so.
      continued += 1;
      pending = `continued${continued}`;
      const made = { status: 'pending', paid_at: null, created_at: SECOND - 1 };
      await sandbox.addOrder({ ...made, transaction_no: pending });
      await history.open();
      await screen.rest();
      ({ others } = await rows());
      await takeOver();
    },
    async act(goWrong) {
      await history.tapInRow(pending, '.pay');
      await until('the way to pay', () => miniProgram.evaluate(() => Boolean(getApp().pay)));
      await sandbox.changeOrder(pending, { status: 'success', paid_at: SECOND });
      await goWrong();
      await miniProgram.evaluate(() => getApp().pay?.());
    },
    async rest() {
      await until('the first look', () => miniProgram.evaluate(() => Boolean(getApp().looks)));
      await miniProgram.evaluate(() => getApp().looks);
      await screen.rest();
    },
    complaint: async () => {
      const { word } = await rows();
      return word === '已支付' ? '' : word;
    },
    async goOn(isBackOnline) {
      if (isBackOnline) return 'by itself';
      await history.pullDown();
      return 'pulling down';
    },
    async outcome() {
      const { shown, right } = await screen.outcome();
      const now = await rows();
      return {
        shown: { shown, word: now.word, others: now.others },
        right: { shown: right, word: '已支付', others },
      };
    },
    counts: () => true,
  };
};
