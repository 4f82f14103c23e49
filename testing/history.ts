import {
  addressOf,
  pressNotice,
  tagOf,
  textOf,
  untilShown,
  type Driver,
  type Element,
  type Page,
} from './client';
import { keyOf, readRow, type RowOnScreen } from './row';
import { chunkTops, hasEnded, screenHeightOf, windowOf, type DrawnPart } from './drawn-part';
import { DEADLINE_MS, until } from './until';

/** What the end of the list shows; docs/testing.md describes each. */
export type Footer = 'loading' | 'end' | 'further' | 'error' | 'none';

const PAGE = '/pages/payments/payments';
const TAG = 'payment-history';

/** The page object of the history; it uses miniprogram-automator only. */
export class History {
  protected readonly path: string;

  /**
   * @param driver - Holds the client.
   * @param path - The page that holds the tag.
   */
  constructor(
    protected readonly driver: Driver,
    path = PAGE,
  ) {
    this.path = addressOf(path);
  }

  /** Clears the storage, opens the page and waits for the first answer. */
  async open(): Promise<void> {
    await this.reopenWithoutStorage();
    await this.firstAnswer();
  }

  /** Clears the storage and opens the page, without waiting. */
  async reopenWithoutStorage(): Promise<void> {
    // In one call: between two, the answer to the page before may be stored.
    await this.driver.miniProgram.evaluate((url: string) => {
      wx.clearStorageSync();
      return new Promise((success, reject) => {
        const fail = ({ errMsg }: { errMsg: string }) => reject(new Error(errMsg));
        void wx.reLaunch({ url, success, fail });
      });
    }, this.path);
  }

  /** Opens a new page and waits for the first answer. */
  async openAgain(): Promise<void> {
    await this.reLaunch();
    await this.firstAnswer();
  }

  /** Opens a new page without waiting. */
  async reLaunch(): Promise<void> {
    await this.driver.miniProgram.callWxMethod('reLaunch', { url: this.path });
  }

  private async firstAnswer(): Promise<void> {
    await untilShown(this.driver, TAG, this.path);
    await until('the first answer', async () => !['idle', 'loading'].includes(await this.phase()));
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
    let deadline = Date.now() + DEADLINE_MS;
    for (let top = 0; ; top = (await this.window()).to - (await screenHeightOf(this.driver))) {
      await this.scrollTo(top);
      // In this order: a change between the two reads can only make the height larger.
      const isOver = await hasEnded(await this.element());
      const { to, height } = await this.window();
      const isEnd = isOver && to === height;
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
      if (looks.length > 0) deadline = Date.now() + DEADLINE_MS;
      if (Date.now() > deadline)
        throw new Error(
          `<payment-history> has ${seen.size} rows, and within ${DEADLINE_MS} ms neither another nor an end: its footer is ${await this.footer()}, its phase ${await this.phase()}`,
        );
    }
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
    await this.driver.miniProgram.evaluate(askScreen);
    await this.driver.miniProgram.evaluate(askScreen);
  }

  /** Scrolls down until no page follows by itself. */
  async scrollToEnd(): Promise<void> {
    await until('the end of the list', async () => {
      await this.scrollToLast();
      return hasEnded(await this.element());
    });
    await this.scrollToLast();
  }

  /** Scrolls to the current bottom of the page, and waits until its rows are drawn. */
  async scrollToLast(): Promise<void> {
    await this.scrollTo(Number((await (await this.page())?.size())?.height));
  }

  /** Scrolls the page without animation, and waits until its rows are drawn. */
  async scrollTo(scrollTop: number): Promise<void> {
    const screenHeight = await screenHeightOf(this.driver);
    await this.driver.miniProgram.callWxMethod('pageScrollTo', { scrollTop, duration: 0 });
    await until('the rows on screen', async () => {
      const top = await this.scrollTop();
      const { from, to, height } = await this.window();
      return from <= Math.max(0, top) && to >= Math.min(height, top + screenHeight);
    });
  }

  /** Calls the `refresh` method of the component. */
  async refresh(): Promise<void> {
    await (await this.element()).callMethod('refresh');
  }

  scrollTop = async (): Promise<number> => Number(await (await this.page())?.scrollTop());

  /** The drawn part of the list in px from its top, and the height of the whole list. */
  async window(): Promise<DrawnPart> {
    return windowOf(await this.element());
  }

  /** The text of the notice above or instead of the list; null without one. */
  async notice(): Promise<string | null> {
    return (await (await (await this.element()).$('notice'))?.text()) ?? null;
  }

  /** The text of the offline banner; empty without one. */
  async offline(): Promise<string> {
    return textOf(await (await this.element()).$('offline-banner'), '.offline__text');
  }

  /** The text of the footer, including its retry button. */
  async footerText(): Promise<string> {
    return textOf(await (await this.element()).$('list-footer'), '.footer');
  }

  /** Presses the retry button of the notice, or of the footer. */
  async retry(): Promise<void> {
    const element = await this.element();
    const footer = await element.$('list-footer');
    const notice = (await element.$('notice')) ?? (await footer?.$('notice'));
    await pressNotice(notice);
  }

  /** Starts a pull-down refresh by `wx.startPullDownRefresh`; the tool cannot drag. */
  async pullDown(): Promise<void> {
    await this.driver.miniProgram.callWxMethod('startPullDownRefresh', {});
  }

  /** The page on top. */
  page = (): Promise<Page | undefined> => this.driver.miniProgram.currentPage();

  /** Repeats a read while rows are missing near the screen, and when they have changed meanwhile. */
  protected async whileRowsStay<T>(read: () => Promise<T>): Promise<T> {
    const { outcome } = await until('rows that stay', async () => {
      const before = await this.drawnChunks();
      if (before === null) return false;
      const outcome = await read();
      return before === (await this.drawnChunks()) && { outcome };
    });
    return outcome;
  }

  /** The chunks from top to bottom; while the page scrolls, their elements are in another order. */
  protected async chunks(): Promise<Element[]> {
    const history = await this.element();
    const [elements, tops] = await Promise.all([history.$$('payment-chunk'), chunkTops(history)]);
    const placed = elements.map((element, nth) => ({ element, top: tops[nth] ?? 0 }));
    return placed.sort((a, b) => a.top - b.top).map(({ element }) => element);
  }

  /** Which chunks are drawn, and the order of their elements; null while the first chunk is alone. */
  protected async drawnChunks(): Promise<string | null> {
    const history = await this.element();
    const [{ from, to, height }, tops] = await Promise.all([windowOf(history), chunkTops(history)]);
    if (tops.length === 1 && to < height) return null;
    return [from, to, ...tops].join();
  }

  protected element(): Promise<Element> {
    return tagOf(this.driver, TAG);
  }
}
