import { Detail, History, SearchAndFilters, Statistics } from '../../testing';
import { DEADLINE_MS } from '../../testing/until';
import { useHost } from '../preview/support/host';
import { miniProgram, ONE_PAGE } from '../preview/support/mini-program';

const TAGS = ['payment-history', 'payment-detail', 'payment-statistics'];

/** The component of a tag, as far as its page object waits for it. */
const component = (tag: string) => ({
  [`${tag}/${tag}.json`]: '{"component":true}',
  [`${tag}/${tag}.js`]: 'Component({ data: { phase: "ready" } })',
  [`${tag}/${tag}.wxml`]: '<view>payments</view>',
});

const usingComponents = Object.fromEntries(TAGS.map((tag) => [tag, `/${tag}/${tag}`]));

const host = useHost(
  miniProgram({
    ...ONE_PAGE,
    'app.json': '{"pages":["pages/a/a","pages/late/late"]}',
    'pages/late/late.json': JSON.stringify({ usingComponents }),
    'pages/late/late.js': `Page({
      data: { isShown: false },
      onLoad() { setTimeout(() => this.setData({ isShown: true }), 300); },
    })`,
    'pages/late/late.wxml': TAGS.map((tag) => `<${tag} wx:if="{{isShown}}" />`).join(''),
    ...TAGS.map(component).reduce((all, files) => ({ ...all, ...files })),
  }),
);

describe('a page that shows the tag later, given without a slash', () => {
  const LATE = 'pages/late/late';

  test('is opened by the history', async () => {
    const history = new History(host, LATE);
    await history.open();
    expect(await history.phase()).toBe('ready');
  });

  test('is opened by search and filters', async () => {
    await new SearchAndFilters(host, LATE).open();
    expect(await new History(host, LATE).phase()).toBe('ready');
  });

  test('is opened by the detail', async () => {
    const detail = new Detail(host, LATE);
    await detail.openCold('transaction_no=1');
    expect(await detail.phase()).toBe('ready');
  });

  test('is opened by the statistics', async () => {
    const statistics = new Statistics(host, LATE);
    await statistics.open();
    expect(await statistics.phase()).toBe('ready');
  });
});

describe('a page without the tag', () => {
  test('is named with what is missing', async () => {
    const history = new History(host, '/pages/a/a');
    await history.reLaunch();
    await expect(history.phase()).rejects.toThrow('the page /pages/a/a shows no <payment-history>');
    const statistics = new Statistics(host, '/pages/a/a');
    await expect(statistics.phase()).rejects.toThrow(
      'the page /pages/a/a shows no <payment-statistics>',
    );
  });

  test('is named when the wait for the tag is over', async () => {
    const now = jest.spyOn(Date, 'now');
    let time = 0;
    now.mockImplementation(() => (time += DEADLINE_MS));
    try {
      await expect(new History(host, 'pages/a/a').open()).rejects.toThrow(
        `not reached within ${DEADLINE_MS} ms: <payment-history> on the page /pages/a/a: its template has to show the tag`,
      );
    } finally {
      now.mockRestore();
    }
  });
});
