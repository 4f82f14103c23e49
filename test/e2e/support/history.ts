import type { Stage } from './stage';
import { until } from './until';

type Page = Awaited<ReturnType<Stage['miniProgram']['currentPage']>>;
/** The methods of an element; the client's types omit some. */
export interface Element {
  tagName: string;
  $(selector: string): Promise<Element | null>;
  $$(selector: string): Promise<Element[]>;
  text(): Promise<string>;
  attribute(name: string): Promise<string | null>;
  property(name: string): Promise<unknown>;
  style(name: string): Promise<string>;
  size(): Promise<{ width: number; height: number }>;
  offset(): Promise<{ left: number; top: number }>;
  tap(): Promise<void>;
  data(path?: string): Promise<unknown>;
  outerWxml(): Promise<string>;
  callMethod(method: string, ...args: unknown[]): Promise<unknown>;
}

/** The texts of a row on screen. */
export interface RowOnScreen {
  key: string;
  description: string;
  time: string;
  amount: string;
  status: string;
  refund: string | null;
}

/** The footers of docs/testing.md. */
export type Footer = 'loading' | 'end' | 'further' | 'error' | 'none';

const textOf = async (parent: Element, selector: string): Promise<string> =>
  (await (await parent.$(selector))?.text()) ?? '';

/** Height of WeChat's refresh indicator, in px. */
const INDICATOR = 60;

const PAGE = '/pages/payments/payments';

/** A height that no screen exceeds, in px. */
const SCREEN = 1000;

/** The page object of the history; it uses miniprogram-automator only. */
export class History {
  /** @param path - The page that holds it. */
  constructor(
    private readonly stage: Stage,
    private readonly path = PAGE,
  ) {}

  /** Clears the storage, opens the page and waits for the first answer. */
  async open(): Promise<void> {
    await this.stage.miniProgram.callWxMethod('clearStorage', {});
    await this.openAgain();
  }

  /** Opens a new page and waits for the first answer. */
  async openAgain(): Promise<void> {
    await this.reLaunch();
    await until('the first answer', async () => !['idle', 'loading'].includes(await this.phase()));
  }

  /** Opens a new page without waiting. */
  async reLaunch(): Promise<void> {
    await this.stage.miniProgram.callWxMethod('reLaunch', { url: this.path });
  }

  phase = async (): Promise<string> => (await (await this.element()).data('phase')) as string;

  footer = async (): Promise<Footer> => (await (await this.element()).data('footer')) as Footer;

  /** The drawn rows from top to bottom: those on screen and around it. */
  async rows(): Promise<RowOnScreen[]> {
    return this.whileRowsStay(async () => Promise.all((await this.rowElements()).map(readRow)));
  }

  /** The keys of the drawn rows from top to bottom. */
  async keys(): Promise<string[]> {
    return this.whileRowsStay(async () => Promise.all((await this.rowElements()).map(keyOf)));
  }

  async rowElements(): Promise<Element[]> {
    const chunks = await this.chunks();
    return (await Promise.all(chunks.map((chunk) => chunk.$$('.payment')))).flat();
  }

  /** Taps an element in a row `times` times without a pause. */
  async tapInRow(key: string, selector: string, times = 1): Promise<void> {
    const rows = await this.rowElements();
    const keys = await Promise.all(rows.map(keyOf));
    const target = await rows[keys.indexOf(key)]?.$(selector);
    if (!target) throw new Error(`no ${selector} in a row ${key}`);
    await Promise.all(Array.from({ length: times }, () => target.tap()));
  }

  /** The drawn month headers from top to bottom, with their distance from the top of the screen in px. */
  async headers(): Promise<{ name: string; from: number }[]> {
    return this.whileRowsStay(async () => {
      const months = await this.months();
      const scrollTop = await this.scrollTop();
      return Promise.all(
        months.map(async (month) => {
          const offset = await (await month.$('.month__header'))?.offset();
          return {
            name: await textOf(month, '.month__title'),
            from: (offset?.top ?? 0) - scrollTop,
          };
        }),
      );
    });
  }

  /** Reads every row from the top of the list to its end, in list order. */
  async allRows(): Promise<RowOnScreen[]> {
    return [...(await this.collectWhileScrolling(readRow)).values()];
  }

  /**
   * Scrolls from the top to the end and reads every row once.
   *
   * @param look - Reads one row.
   * @returns The values by key, in list order.
   */
  async collectWhileScrolling<T>(look: (row: Element) => Promise<T>): Promise<Map<string, T>> {
    const seen = new Map<string, T>();
    for (let top = 0; ; top = (await this.window()).to - SCREEN) {
      await this.scrollTo(top);
      // In this order: a change between the two reads can only make the height larger.
      const hasEnded = ['end', 'error'].includes(await this.footer());
      const { to, height } = await this.window();
      const isEnd = hasEnded && to === height;
      const looks = await this.whileRowsStay(async () => {
        const rows = await this.rowElements();
        const keys = await Promise.all(rows.map(keyOf));
        if (new Set(keys).size < keys.length)
          throw new Error(`a key is drawn twice: ${keys.join()}`);
        const keyed = rows.map((row, index) => [keys[index] ?? '', row] as const);
        const fresh = keyed.filter(([key]) => !seen.has(key));
        return Promise.all(fresh.map(async ([key, row]) => [key, await look(row)] as const));
      });
      looks.forEach(([key, value]) => seen.set(key, value));
      if (isEnd) return seen;
    }
  }

  /** Taps a drawn month header and waits for the month sheet. */
  async openMonths(title: string): Promise<void> {
    const sections = await this.months();
    const titles = await Promise.all(sections.map((section) => textOf(section, '.month__title')));
    const button = await sections[titles.indexOf(title)]?.$('.month__button');
    if (!button) throw new Error(`no header ${title} among ${titles.join()}`);
    await button.tap();
    await until('the months', async () => (await this.element()).$('month-sheet'));
  }

  /** The current month of the sheet, with its distance from the top of the screen in px. */
  async currentMonth(): Promise<{ name: string; from: number }> {
    const sheet = await (await this.element()).$('month-sheet');
    const item = await sheet?.$('.months__item--current');
    if (!item) throw new Error('the sheet has no current month');
    const { top } = await item.offset();
    return { name: await textOf(item, '.months__name'), from: top - (await this.scrollTop()) };
  }

  /** The months of the sheet from top to bottom. */
  async monthChoices(): Promise<{ name: string; count: string }[]> {
    return Promise.all(
      (await this.monthItems()).map(async (item) => ({
        name: await textOf(item, '.months__name'),
        count: await textOf(item, '.months__count'),
      })),
    );
  }

  /**
   * Selects a month of the sheet by index, and waits until its header is at the top.
   *
   * @param covered - Height at the top of the screen that another element covers, in px.
   */
  async goToMonth(nth: number, title: string, covered = 0): Promise<void> {
    const items = await this.monthItems();
    await items[nth]?.tap();
    await until(`${title} at the top`, async () =>
      (await this.headers()).some(({ name, from }) => name === title && from === covered),
    );
  }

  /** Waits until received data is drawn: selector queries are answered after earlier updates. */
  async drawn(): Promise<void> {
    const askScreen = () =>
      new Promise<void>((resolve) =>
        wx
          .createSelectorQuery()
          .selectViewport()
          .scrollOffset()
          .exec(() => resolve()),
      );
    // The list measures itself before it draws.
    await this.stage.miniProgram.evaluate(askScreen);
    await this.stage.miniProgram.evaluate(askScreen);
  }

  /**
   * Loads the whole list, and then reads the key at each position from its top to its end.
   *
   * A payment at two positions is in the result twice.
   */
  async keysByPlace(): Promise<string[]> {
    await this.scrollToEnd();
    const places = new Map<number, string>();
    for (let top = 0, to = 0, height = 1; to < height; top = to - SCREEN) {
      await this.scrollTo(top);
      ({ to, height } = await this.window());
      for (const { key, from } of await this.whileRowsStay(() => this.places())) {
        const there = places.get(from) ?? key;
        if (there !== key) throw new Error(`${key} and ${there} are both at ${from} px`);
        places.set(from, key);
      }
    }
    return [...places].sort(([a], [b]) => a - b).map(([, key]) => key);
  }

  /** Scrolls down until the footer is `end` or `error`. */
  async scrollToEnd(): Promise<void> {
    await until('the end of the list', async () => {
      await this.scrollToLast();
      return ['end', 'error'].includes(await this.footer());
    });
    await this.scrollToLast();
  }

  /** Scrolls to the current bottom of the page, and waits until its rows are drawn. */
  async scrollToLast(): Promise<void> {
    await this.scrollTo(Number((await (await this.page())?.size())?.height));
  }

  /** Scrolls the page without animation, and waits until its rows are drawn. */
  async scrollTo(scrollTop: number): Promise<void> {
    await this.stage.miniProgram.callWxMethod('pageScrollTo', { scrollTop, duration: 0 });
    await until('the rows on screen', async () => {
      const top = await this.scrollTop();
      const { from, to, height } = await this.window();
      return from <= Math.max(0, top) && to >= Math.min(height, top + SCREEN);
    });
  }

  /** Distance of each chunk from the list's top in px, in the order of their elements. */
  async chunkTops(): Promise<number[]> {
    const element = await this.element();
    const [order, slots] = await Promise.all([element.data('order'), element.data('slots')]);
    return (order as number[]).map((slot) => (slots as { top: number }[])[slot]?.top ?? NaN);
  }

  /** Waits until the chunks are in list order, as they are when the scrolling rests. */
  inListOrder(): Promise<true> {
    return until('list order', async () => {
      const tops = await this.chunkTops();
      return tops.every((one, nth) => nth === 0 || one > (tops[nth - 1] ?? 0));
    });
  }

  /** The keys of the rows on screen, with their distance from its top in px. */
  async onScreen(): Promise<{ key: string; from: number }[]> {
    const scrollTop = await this.scrollTop();
    const rows = (await this.places()).map(({ key, from }) => ({ key, from: from - scrollTop }));
    return rows.filter(({ from }) => from > 0 && from < SCREEN);
  }

  /** Number of nodes of the history. */
  async nodes(): Promise<number> {
    const wxml = await (await this.element()).outerWxml();
    return wxml.split(/<[a-z]/).length - 1;
  }

  /** Calls the `refresh` method of the component. */
  async refresh(): Promise<void> {
    await (await this.element()).callMethod('refresh');
  }

  scrollTop = async (): Promise<number> => Number(await (await this.page())?.scrollTop());

  /** The drawn part of the list in px from its top, and the height of the whole list. */
  async window(): Promise<{ from: number; to: number; height: number }> {
    const element = await this.element();
    const [from, to, height] = await Promise.all(
      ['from', 'to', 'height'].map((name) => element.data(name) as Promise<number>),
    );
    return { from: from ?? 0, to: to ?? 0, height: height ?? 0 };
  }

  /** The text of the notice above or instead of the list; null without one. */
  async notice(): Promise<string | null> {
    return (await (await (await this.element()).$('notice'))?.text()) ?? null;
  }

  /** The text of the offline banner; empty without one. */
  async offline(): Promise<string> {
    const banner = await (await this.element()).$('offline-banner');
    return banner ? textOf(banner, '.offline__text') : '';
  }

  /** The text of the footer, including its retry button. */
  async footerText(): Promise<string> {
    const footer = await (await this.element()).$('list-footer');
    return footer ? textOf(footer, '.footer') : '';
  }

  /** Presses the retry button of the notice, or of the footer. */
  async retry(): Promise<void> {
    const element = await this.element();
    const footer = await element.$('list-footer');
    const notice = (await element.$('notice')) ?? (await footer?.$('notice'));
    const button = await (await notice?.$('van-button'))?.$('button');
    if (!button) throw new Error('no retry button on screen');
    await button.tap();
  }

  /** Whether the screen shows any loading indicator. */
  async isWaiting(): Promise<boolean> {
    const element = await this.element();
    if (await element.$('row-skeleton')) return true;
    return (await this.footer()) === 'loading' || (await this.hasRefreshIndicator());
  }

  /** The back-to-top button; null while it is hidden. */
  async backToTop(): Promise<Element | null> {
    const button = await (await this.element()).$('back-to-top');
    return (await button?.$('.back')) ?? null;
  }

  /** Opens a second page on top. */
  async leave(): Promise<void> {
    await this.stage.miniProgram.callWxMethod('navigateTo', { url: this.path });
  }

  /** Closes the page on top. */
  async comeBack(): Promise<void> {
    await this.stage.miniProgram.callWxMethod('navigateBack', {});
  }

  /** Whether WeChat's refresh indicator is visible; it moves the page down. */
  async hasRefreshIndicator(): Promise<boolean> {
    return (await (await this.element()).offset()).top >= INDICATOR;
  }

  /** Starts a pull-down refresh by `wx.startPullDownRefresh`; the tool cannot drag. */
  async pullDown(): Promise<void> {
    await this.stage.miniProgram.callWxMethod('startPullDownRefresh', {});
  }

  /** Repeats a read when the drawn rows have changed meanwhile, as an arriving page does. */
  private async whileRowsStay<T>(read: () => Promise<T>): Promise<T> {
    for (;;) {
      const before = await this.drawnChunks();
      const outcome = await read().catch((error: unknown) => {
        if (!/is stale|there is no element/.test(String(error))) throw error;
        return null;
      });
      if (outcome !== null && before === (await this.drawnChunks())) return outcome;
    }
  }

  /** Which chunks are drawn, and the order of their elements. */
  private async drawnChunks(): Promise<string> {
    const [{ from, to }, tops] = await Promise.all([this.window(), this.chunkTops()]);
    return [from, to, ...tops].join();
  }

  /** The keys of the drawn rows, with their distance from the top of the page in px. */
  private async places(): Promise<{ key: string; from: number }[]> {
    return Promise.all(
      (await this.rowElements()).map(async (row) => {
        const [key, { top }] = await Promise.all([keyOf(row), row.offset()]);
        return { key, from: top };
      }),
    );
  }

  private async months(): Promise<Element[]> {
    const begun = await (await this.element()).$$('month-section');
    const chunks = await this.chunks();
    const months = await Promise.all(chunks.map((chunk) => chunk.$$('month-section')));
    return [...begun, ...months.flat()];
  }

  private async monthItems(): Promise<Element[]> {
    const sheet = await (await this.element()).$('month-sheet');
    return (await sheet?.$$('.months__item')) ?? [];
  }

  /** The chunks from top to bottom; while the page scrolls, their elements are in another order. */
  private async chunks(): Promise<Element[]> {
    const [elements, tops] = await Promise.all([
      (await this.element()).$$('payment-chunk'),
      this.chunkTops(),
    ]);
    const placed = elements.map((element, nth) => ({ element, top: tops[nth] ?? 0 }));
    return placed.sort((a, b) => a.top - b.top).map(({ element }) => element);
  }

  page = (): Promise<Page> => this.stage.miniProgram.currentPage();

  private async element(): Promise<Element> {
    const found = (await (await this.page())?.$('payment-history')) as unknown as Element | null;
    if (!found) throw new Error('no <payment-history> on the page');
    return found;
  }
}

const keyOf = async (row: Element): Promise<string> =>
  ((await row.attribute('id')) ?? '').replace(/^payment-/, '');

const readRow = async (row: Element): Promise<RowOnScreen> => {
  const [description, time, amount, badges] = await Promise.all([
    textOf(row, '.row__description'),
    textOf(row, '.row__time'),
    textOf(row, '.row__amount'),
    textOf(row, '.row__badges'),
  ]);
  const words = badges.split('\n').filter(Boolean);
  // The payment button replaces the status badge.
  const pay = await textOf(row, '.pay__button');
  const [status = '', refund = null] = pay ? [pay, ...words] : words;
  return { key: await keyOf(row), description, time, amount, status, refund };
};
