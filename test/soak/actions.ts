import type { Random } from '../../sandbox/seed/random';
import type { SandboxControl } from '../../sandbox/control-client';
import type { Phone } from './phone';

/** What an action works with. */
export interface Situation {
  readonly phone: Phone;
  readonly sandbox: SandboxControl;
  readonly random: Random;
  /** The user who is signed in to WeChat. */
  user: number;
}

/** One thing that happens; does nothing where the screen does not allow it. */
type Action = (situation: Situation) => Promise<unknown>;

const HISTORY = '/pages/payments/payments';
const DETAIL = '/pages/payment/payment';
const ORDERS = { path: '/hserve/*/idp/pay/order/' };

/** Taps one of the elements at the end of a path. */
const tapOne =
  (...selectors: string[]): Action =>
  async ({ phone, random }) => {
    const found = await phone.all(...selectors);
    if (found.length > 0) await phone.tap(random.pick(found));
  };

const open =
  (url: string): Action =>
  ({ phone }) =>
    phone.wx('reLaunch', { url });

const set =
  (conditions: Parameters<Phone['set']>[0]): Action =>
  ({ phone }) =>
    phone.set(conditions);

const BAR = ['payment-history', 'find-bar'];
const SHEET = [...BAR, 'filter-sheet'];

const type =
  (...texts: string[]): Action =>
  async ({ phone, random }) => {
    const [field] = await phone.all(...BAR, 'search-bar', 'input');
    if (field) await phone.type(field, random.pick(texts));
  };

async function searchKnownNumber({ phone, sandbox, random, user }: Situation): Promise<void> {
  const orders = await sandbox.orders(user);
  const [field] = await phone.all(...BAR, 'search-bar', 'input');
  if (field && orders.length > 0) await phone.type(field, random.pick(orders).transaction_no);
}

async function scroll({ phone, random }: Situation): Promise<void> {
  const scrollTop = Math.floor(random.fraction() * (await phone.scrollHeight()));
  await phone.wx('pageScrollTo', { scrollTop, duration: 0 });
}

/** Another user signs in to WeChat; the tokens of all users end. */
async function changeUser(situation: Situation): Promise<void> {
  situation.user = situation.random.integer(1, 4);
  await situation.phone.signIn(situation.user);
  await situation.sandbox.expireTokens();
}

async function changeServer({ sandbox, random, user }: Situation): Promise<void> {
  const orders = await sandbox.orders(user);
  const change = random.integer(0, 3);
  if (change === 0 || orders.length < 3) {
    await sandbox.addOrder({
      user,
      total_fen: random.integer(1, 1_000_000),
      status: 'pending',
      paid_at: null,
    });
  } else if (change === 1)
    await sandbox.addOrder({ user, total_fen: random.integer(1, 1_000_000) });
  else if (change === 2) await sandbox.removeOrder(random.pick(orders).transaction_no);
  else {
    const state = random.pick([
      { status: 'success' },
      { refund_status: 'partial' },
      { status: 'failed' },
    ]);
    await sandbox.changeOrder(random.pick(orders).transaction_no, state);
  }
}

async function fail({ sandbox, random }: Situation): Promise<void> {
  const fault = random.pick<object>([
    { kind: 'status', status: random.pick([400, 401, 402, 403, 404, 429, 500, 502]) },
    { kind: 'drop' },
    { kind: 'truncate' },
    { kind: 'garbage' },
    { kind: 'garbage', body: { objects: null } },
    { kind: 'delay', ms: random.integer(50, 1500) },
    { kind: 'stall' },
  ]);
  const match = random.pick([ORDERS, ORDERS, { path: '/hserve/*/idp/pay/order/*/' }, {}]);
  await sandbox.addFault({ ...fault, match, times: random.integer(1, 3) });
}

async function typeAmount({ phone, random }: Situation): Promise<void> {
  const fields = await phone.all(...SHEET, 'input');
  const value = random.pick(['0', '12.5', '１００', '9999999', '1e3', 'abc']);
  if (fields.length > 0) await phone.type(random.pick(fields), value);
}

async function filter(situation: Situation): Promise<void> {
  await tapOne(...BAR, 'search-bar', '.search__filter')(situation);
  await situation.phone.frame();
  for (let chosen = 0; chosen < 2; chosen++) await tapOne(...SHEET, '.sheet__option')(situation);
  if (situation.random.chance(0.3)) await typeAmount(situation);
  await tapOne(...SHEET, '.sheet__button--apply')(situation);
}

async function chooseMonth(situation: Situation): Promise<void> {
  await tapOne('payment-history', 'payment-chunk', 'month-section', '.month__button')(situation);
  await situation.phone.frame();
  await tapOne('payment-history', 'month-sheet', '.months__item')(situation);
}

/** The actions, and how often each happens in relation to the others. */
const ACTIONS: readonly (readonly [name: string, weight: number, act: Action])[] = [
  ['scroll', 14, scroll],
  ['open a payment', 10, tapOne('payment-history', 'payment-chunk', '.row')],
  ['go back', 10, ({ phone }) => phone.wx('navigateBack', {})],
  ['choose a tab', 6, tapOne(...BAR, 'tab-bar', '.tabs__tab')],
  ['filter', 4, filter],
  ['remove a filter', 3, tapOne(...BAR, 'filter-chips', '.chips__target')],
  ['remove all filters', 2, tapOne(...BAR, 'filter-chips', '.chips__clear')],
  ['search for a text', 3, type('咖啡', '会员', '票', 'zzz', '😀', '１２')],
  [
    'search for an unknown number',
    2,
    type('1dLSQzzjRcJshqosJCeNruA0000000001', '4200000519202003205153312216'),
  ],
  ['search for a number', 3, searchKnownNumber],
  ['end the search', 4, tapOne(...BAR, 'search-bar', '.search__clear')],
  ['choose a month', 4, chooseMonth],
  ['go to a month that is not loaded', 2, open(`${HISTORY}?month=2024-03`)],
  ['press the button of the months', 3, tapOne('payment-history', 'month-sheet', '.sheet__button')],
  ['choose a service', 3, tapOne('payment-detail', 'action-list', '.actions__action')],
  ['make a table', 2, tapOne('payment-statistics', '.export__button')],
  ['close the months', 1, tapOne('payment-history', 'month-sheet', '.sheet__shade')],
  ['press the button of a notice', 6, tapOne('payment-history', 'notice', '.notice__action')],
  [
    'press the button of the footer',
    4,
    tapOne('payment-history', 'list-footer', 'notice', '.notice__action'),
  ],
  ['press the button of the payment', 3, tapOne('payment-detail', 'notice', '.notice__action')],
  ['go to the top', 2, tapOne('payment-history', 'back-to-top', '.back')],
  ['pull down', 6, ({ phone }) => phone.wx('startPullDownRefresh', {})],
  ['continue a payment', 4, tapOne('payment-history', 'payment-chunk', '.pay')],
  ['pay', 4, tapOne('payment-detail', '.detail__action--open')],
  ['copy a number', 2, tapOne('payment-detail', 'fact-list', '.facts__copy')],
  ['open an unknown payment', 1, open(`${DETAIL}?transaction_no=unknown`)],
  ['open the history', 4, open(HISTORY)],
  ['open the history with a filter', 2, open(`${HISTORY}?tab=paid&gateway=weixin`)],
  ['open the statistics', 2, open('/pages/statistics/statistics')],
  ['choose a year', 2, tapOne('payment-statistics', 'tab-bar', '.tabs__tab')],
  ['choose a month of the statistics', 2, tapOne('payment-statistics', 'statistics-card', '.bar')],
  [
    'press the button of the statistics',
    2,
    tapOne('payment-statistics', 'notice', '.notice__action'),
  ],
  ['be dark', 1, set({ theme: 'dark' })],
  ['be light', 1, set({ theme: 'light' })],
  ['write larger', 1, set({ textSize: 1.5 })],
  ['write as usual', 1, set({ textSize: 1 })],
  ['turn the phone', 1, set({ screen: 'landscape' })],
  ['hold the phone upright', 1, set({ screen: 'phone' })],
  ['pay successfully from now on', 1, set({ payment: 'paid' })],
  ['give up paying from now on', 1, set({ payment: 'cancelled' })],
  ['refuse the clipboard', 1, set({ clipboard: 'refused' })],
  ['go to the background', 4, set({ foreground: false })],
  ['return to the foreground', 6, set({ foreground: true })],
  ['lose the network', 3, set({ network: 'none' })],
  ['find a network', 5, set({ network: 'wifi' })],
  ['change the network', 1, set({ network: '4g' })],
  ['another user', 2, changeUser],
  ['the server changes', 8, changeServer],
  ['a fault', 6, fail],
  ['the faults end', 4, ({ sandbox }) => sandbox.clearFaults()],
];

/** Performs one action, which the random numbers choose. @returns Its name. */
export async function act(situation: Situation): Promise<string> {
  const chosen = situation.random.weighted(ACTIONS.map((action) => [action, action[1]] as const));
  const [name, , perform] = chosen;
  try {
    await perform(situation);
  } catch (error) {
    if (!situation.phone.isGone(error) && !/fail/.test(String(error))) throw error;
  }
  await situation.phone.frame();
  return name;
}
