import type { LoggedRequest } from '../../../sandbox/request-log';
import { History } from '../support/history';
import type { Stage } from '../support/stage';
import { until } from '../support/until';
import { LIST, type Kind } from './kind';

/** A GET three times, with a login and a second token in between. */
const ONE_READING = 6;

/** Pages overlap a little. */
const SECOND_PAGE = 5;

const isLogin = ({ path }: LoggedRequest) => path.includes('login');
const offsetOf = ({ query }: LoggedRequest) => Number(query['offset'] ?? 0);

/** What a person sees of the list, by the words of docs/reliability.md. */
export const listOnScreen = (stage: Stage) => {
  const history = new History(stage);

  /** The phase is there before it is drawn. */
  const isDrawn = async (phase: string): Promise<boolean> => {
    const [notice, footer] = [await history.notice(), await history.footer()];
    switch (phase) {
      case 'ready':
        return notice === null && footer === 'end';
      case 'append-failed':
        return footer === 'error';
      case 'failed':
      case 'refresh-failed':
        return notice !== null || (await history.offline()) !== '';
      default:
        return false;
    }
  };

  return {
    history,
    rest: async () => {
      await until('nothing on its way', async () => {
        const phase = await history.phase();
        return (await isDrawn(phase)) && !(await history.isWaiting());
      });
    },
    async complaint() {
      const said = [await history.offline(), (await history.notice()) ?? ''];
      if ((await history.footer()) === 'error') said.push(await history.footerText());
      return said.filter(Boolean).join(' + ');
    },
    async kept() {
      const rows = (await history.keys()).length;
      return rows === 0 ? 'nothing' : `${rows} payments`;
    },
    async outcome() {
      const orders = await stage.sandbox.orders();
      const right = orders.map((order) => order.transaction_no).reverse();
      return { shown: await history.keys(), right };
    },
  };
};

/** The kinds of request that the list makes. */
export const listKinds = (stage: Stage): readonly Kind[] => {
  const { history, ...screen } = listOnScreen(stage);

  const openNew = async () => {
    await stage.miniProgram.callWxMethod('clearStorage', {});
    await history.reLaunch();
  };
  const open = async () => {
    await openNew();
    await screen.rest();
  };
  const list = {
    ...screen,
    match: { path: LIST },
    well: 'the payments',
    keeps: 'nothing',
    atMost: ONE_READING,
    prepare: () => Promise.resolve(),
    async act(goWrong: () => Promise<void>) {
      await goWrong();
      await openNew();
    },
    async goOn(isBackOnline: boolean) {
      if (isBackOnline) return 'by itself' as const;
      await history.retry();
      return 'retry' as const;
    },
    counts: (request: LoggedRequest) => isLogin(request) || offsetOf(request) === 0,
  };

  return [
    {
      ...list,
      name: 'Login',
      about:
        'The list is opened on a phone that shows nothing yet; its token has expired, so the first request is the one that is refused for that. The fault hits the login that follows.',
      match: { path: '/hserve/*/idp/wechat/silent-login/' },
      prepare: async () => void (await stage.sandbox.expireTokens()),
    },
    {
      ...list,
      name: 'First page',
      about: 'The list is opened on a phone that shows nothing yet.',
    },
    {
      ...list,
      name: 'Later page',
      about:
        'The list has its first ten payments and asks for more, as it does before one comes to their end.',
      match: { path: LIST, minOffset: SECOND_PAGE },
      keeps: '10 payments',
      async loseNetwork(goOffline) {
        await stage.sandbox.addFault({
          kind: 'stall',
          match: { path: LIST, minOffset: SECOND_PAGE },
        });
        await openNew();
        await until('a request that is held', async () =>
          (await stage.sandbox.requests()).some((request) => offsetOf(request) >= SECOND_PAGE),
        );
        await goOffline();
      },
      counts: (request) => isLogin(request) || offsetOf(request) >= SECOND_PAGE,
    },
    {
      ...list,
      name: 'Refresh',
      about: 'The list is pulled down; meanwhile there is one payment more.',
      keeps: '20 payments',
      async prepare() {
        await open();
        await stage.sandbox.addOrder({});
      },
      async act(goWrong) {
        await goWrong();
        await history.pullDown();
      },
    },
  ];
};
