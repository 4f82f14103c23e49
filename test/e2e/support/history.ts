import { textOf, type Element } from '../../../testing/client';
import { chunkTops } from '../../../testing/drawn-part';
import { History as HistoryPage } from '../../../testing/history';
import { readRow, type RowOnScreen } from '../../../testing/row';
import { until } from '../../../testing/until';

/** Height of WeChat's refresh indicator, in px. */
const INDICATOR = 60;

/** More than the height of the screens on which positions are compared, in px. */
const SCREEN = 1000;

/** What a selector query gives of the page and of a row. */
type ScrollOffset = Pick<WechatMiniprogram.ScrollOffsetCallbackResult, 'scrollTop'>;
type Box = Pick<WechatMiniprogram.BoundingClientRectCallbackResult, 'id' | 'top'>;

interface Places {
  readonly scrollTop: number;
  readonly rows: readonly { key: string; from: number }[];
}

/** The page object of the testing kit, with what only these tests look at. */
export class History extends HistoryPage {
  /** The drawn row at the top. */
  async firstRow(): Promise<RowOnScreen | undefined> {
    return this.whileRowsStay(async () => {
      const [first] = await this.rowElements();
      return first && readRow(first);
    });
  }

  /** The keys of all rows, in list order. */
  async allKeys(): Promise<string[]> {
    return [...(await this.collectWhileScrolling(() => Promise.resolve())).keys()];
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
      for (const { key, from } of (await this.whileRowsStay(() => this.places())).rows) {
        const there = places.get(from) ?? key;
        if (there !== key) throw new Error(`${key} and ${there} are both at ${from} px`);
        places.set(from, key);
      }
    }
    return [...places].sort(([a], [b]) => a - b).map(([, key]) => key);
  }

  /** Waits until the chunks are in list order, as they are when the scrolling rests. */
  inListOrder(): Promise<true> {
    return until('list order', async () => {
      const tops = await chunkTops(await this.element());
      return tops.every((one, nth) => nth === 0 || one > (tops[nth - 1] ?? 0));
    });
  }

  /** The keys of the rows on screen, with their distance from its top in px. */
  async onScreen(): Promise<{ key: string; from: number }[]> {
    const { scrollTop, rows } = await this.places();
    const seen = rows.map(({ key, from }) => ({ key, from: from - scrollTop }));
    return seen.filter(({ from }) => from > 0 && from < SCREEN);
  }

  /** Number of nodes of the history. */
  async nodes(): Promise<number> {
    const wxml = await (await this.element()).outerWxml();
    return wxml.split(/<[a-z]/).length - 1;
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
    await this.driver.miniProgram.callWxMethod('navigateTo', { url: this.path });
  }

  /** Closes the page on top. */
  async comeBack(): Promise<void> {
    await this.driver.miniProgram.callWxMethod('navigateBack', {});
  }

  /** Whether WeChat's refresh indicator is visible; it moves the page down. */
  async hasRefreshIndicator(): Promise<boolean> {
    return (await (await this.element()).offset()).top >= INDICATOR;
  }

  /** The keys of the drawn rows from top to bottom, with their distance from the top of the page in px. */
  private async places(): Promise<Places> {
    const id = await (await this.element()).attribute('id');
    // One query, because a call for each of thousands of rows takes most of a test's time.
    return (await this.driver.miniProgram.evaluate((history: string) => {
      const query = wx.createSelectorQuery();
      query.selectViewport().scrollOffset();
      query.selectAll(`#${history} >>> .payment`).fields({ id: true, rect: true });
      return new Promise((resolve) =>
        query.exec(([{ scrollTop }, found]: [ScrollOffset, Box[]]) => {
          const placed = found.map(({ id, top }) => ({
            key: id.replace(/^payment-/, ''),
            from: top + scrollTop,
          }));
          resolve({ scrollTop, rows: placed.sort((a, b) => a.from - b.from) });
        }),
      );
    }, id ?? '')) as Places;
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
}
