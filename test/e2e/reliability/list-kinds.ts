import type { LoggedRequest } from '../../../sandbox/request-log';
import { History } from '../support/history';
import type { Stage } from '../support/stage';
import { until } from '../../../testing/until';
import { LIST, type Kind } from './kind';

/** The most requests of one read: three GETs, and logins between them. */
const MAX_REQUESTS_PER_READ = 6;

/** The smallest offset of a second page; pages overlap. */
const SECOND_PAGE = 5;

export const isLogin = ({ path }: LoggedRequest) => path.includes('login');
const offsetOf = ({ query }: LoggedRequest) => Number(query['offset'] ?? 0);

/** Reads the list on screen in the terms of docs/reliability.md. */
export const listOnScreen = (stage: Stage) => {
  const history = new History(stage);

  /** Whether a phase is drawn; the data changes first. */
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
    settle: async () => {
      await until('a settled screen', async () => {
        const phase = await history.phase();
        return (await isDrawn(phase)) && !(await history.isWaiting());
      });
    },
    async problem() {
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
      const expected = orders.map((order) => order.transaction_no).reverse();
      return { shown: await history.keys(), expected };
    },
  };
};

/** The requests of the list. */
export const listKinds = (stage: Stage): readonly Kind[] => {
  const { history, ...screen } = listOnScreen(stage);

  const open = async () => {
    await history.reopenWithoutStorage();
    await screen.settle();
  };
  const list = {
    ...screen,
    match: { path: LIST },
    success: 'the payments',
    keeps: 'nothing',
    maxRequests: MAX_REQUESTS_PER_READ,
    prepare: () => Promise.resolve(),
    async act(injectFault: () => Promise<void>) {
      await injectFault();
      await history.reopenWithoutStorage();
    },
    async recover(isBackOnline: boolean) {
      if (isBackOnline) return 'automatic' as const;
      await history.retry();
      return 'retry' as const;
    },
    counts: (request: LoggedRequest) => isLogin(request) || offsetOf(request) === 0,
  };

  return [
    {
      ...list,
      name: 'Login',
      description:
        'The list is opened without stored payments. The token has expired, so the first order request is refused. The fault hits the login that follows.',
      match: { path: '/hserve/*/idp/wechat/silent-login/' },
      prepare: async () => void (await stage.sandbox.expireTokens()),
    },
    {
      ...list,
      name: 'First page',
      description: 'The list is opened without stored payments.',
    },
    {
      ...list,
      name: 'Later page',
      description: 'The list shows its first ten payments and reads the next page ahead.',
      match: { path: LIST, minOffset: SECOND_PAGE },
      keeps: '10 payments',
      async loseNetwork(goOffline) {
        await stage.sandbox.addFault({
          kind: 'stall',
          match: { path: LIST, minOffset: SECOND_PAGE },
        });
        await history.reopenWithoutStorage();
        await until('a held request', async () =>
          (await stage.sandbox.requests()).some((request) => offsetOf(request) >= SECOND_PAGE),
        );
        await goOffline();
      },
      counts: (request) => isLogin(request) || offsetOf(request) >= SECOND_PAGE,
    },
    {
      ...list,
      name: 'Refresh',
      description: 'The list is pulled down after one payment was added.',
      keeps: '20 payments',
      async prepare() {
        await open();
        await stage.sandbox.addOrder({});
      },
      async act(injectFault) {
        await injectFault();
        await history.pullDown();
      },
    },
  ];
};
