import {
  addressOf,
  pressNotice,
  tagOf,
  textOf,
  untilShown,
  type Driver,
  type Element,
} from './client';
import { until } from './until';

const PAGE = '/pages/statistics/statistics';
const TAG = 'payment-statistics';

/** The texts of one card. */
export interface CardOnScreen {
  title: string;
  net: string;
  summary: string;
  /** Label and amount of each bar. */
  bars: string[];
  /** Method, amount and per cent of each share. */
  shares: string[];
  /** The keys of the largest payments. */
  largest: string[];
}

const words = async (parent: Element, ...selectors: string[]): Promise<string> =>
  (await Promise.all(selectors.map((selector) => textOf(parent, selector)))).join(' ');

/** The page object of the statistics; it uses miniprogram-automator only. */
export class Statistics {
  private readonly path: string;

  /**
   * @param driver - Holds the client.
   * @param path - The page that holds the tag.
   */
  constructor(
    private readonly driver: Driver,
    path = PAGE,
  ) {
    this.path = addressOf(path);
  }

  /** Opens the page on top of the history. */
  async open(): Promise<void> {
    await this.driver.miniProgram.callWxMethod('navigateTo', { url: this.path });
    await untilShown(this.driver, TAG, this.path);
  }

  /** Opens the page and reads everything again: what an earlier scenario has read is kept. */
  async openFresh(): Promise<void> {
    await this.open();
    await this.refresh();
  }

  /** Opens the page, reads everything again and waits for the sums of this year. */
  async openComplete(): Promise<void> {
    await this.openFresh();
    await this.complete();
  }

  /** Waits until the sums are complete. */
  complete = () =>
    until('complete sums', async () => {
      const element = await this.element();
      const [body, progress] = await Promise.all([element.data('body'), element.data('progress')]);
      return body !== 'skeleton' && progress === null;
    });

  phase = async (): Promise<string> => (await (await this.element()).data('phase')) as string;

  async cards(): Promise<CardOnScreen[]> {
    return Promise.all((await this.cardElements()).map(readCard));
  }

  cardElements = async (): Promise<Element[]> => (await this.element()).$$('statistics-card');

  /** The text of the progress; empty where the scope is complete. */
  progress = async (): Promise<string> => textOf(await this.element(), '.progress__text');

  /** The text of the notice; null without one. */
  async notice(): Promise<string | null> {
    return (await (await (await this.element()).$('notice'))?.text()) ?? null;
  }

  async retry(): Promise<void> {
    await pressNotice(await (await this.element()).$('notice'));
  }

  async tabs(): Promise<string[]> {
    return Promise.all((await this.tabElements()).map((tab) => tab.text()));
  }

  /** Taps a tab by its text. */
  async choose(text: string): Promise<void> {
    const texts = await this.tabs();
    const tab = (await this.tabElements())[texts.indexOf(text)];
    if (!tab) throw new Error(`no tab ${text} among ${texts.join()}`);
    await tab.tap();
  }

  /** Taps a bar of the first card by its label. */
  async tapBar(label: string): Promise<void> {
    const [card] = await this.cardElements();
    const bars = (await card?.$$('.bar')) ?? [];
    const labels = await Promise.all(bars.map((bar) => textOf(bar, '.bar__label')));
    const bar = bars[labels.indexOf(label)];
    if (!bar) throw new Error(`no bar ${label} among ${labels.join()}`);
    await bar.tap();
  }

  /** The note and the button of the export; null where there is none. */
  async exporting(): Promise<{ note: string; action: string } | null> {
    const element = await this.element();
    if (!(await element.$('.export'))) return null;
    return {
      note: await textOf(element, '.export__note'),
      action: await textOf(element, '.export__button'),
    };
  }

  async tapExport(): Promise<void> {
    const button = await (await this.element()).$('.export__button');
    if (!button) throw new Error('no button for the export');
    await button.tap();
  }

  /** The exported file; empty without one. */
  exported = (): Promise<string> =>
    this.driver.miniProgram.evaluate(() => {
      try {
        const files = wx.getFileSystemManager();
        const parent = `${wx.env.USER_DATA_PATH}/payment-exports`;
        const paths = files
          .readdirSync(parent)
          .flatMap((name) =>
            files.readdirSync(`${parent}/${name}`).map((file) => `${name}/${file}`),
          );
        return paths[0] ? files.readFileSync(`${parent}/${paths[0]}`, 'utf8') : '';
      } catch {
        return '';
      }
    }) as Promise<string>;

  /** Calls the `refresh` method of the component. */
  async refresh(): Promise<void> {
    await (await this.element()).callMethod('refresh');
  }

  leave = () => this.driver.miniProgram.callWxMethod('navigateBack', {});

  element(): Promise<Element> {
    return tagOf(this.driver, TAG);
  }

  private async tabElements(): Promise<Element[]> {
    const bar = await (await this.element()).$('tab-bar');
    return (await bar?.$$('.tabs__tab')) ?? [];
  }
}

const readCard = async (card: Element): Promise<CardOnScreen> => {
  const [bars, shares, rows] = await Promise.all([
    card.$$('.bar'),
    card.$$('.share'),
    card.$$('.payment'),
  ]);
  const keys = rows.map(async (row) =>
    ((await row.attribute('id')) ?? '').replace(/^payment-/, ''),
  );
  return {
    title: await textOf(card, '.sums__title'),
    net: await textOf(card, '.sums__net'),
    summary: await textOf(card, '.sums__summary'),
    bars: await Promise.all(bars.map((bar) => words(bar, '.bar__label', '.bar__amount'))),
    shares: await Promise.all(
      shares.map((one) => words(one, '.share__label', '.share__amount', '.share__percent')),
    ),
    largest: await Promise.all(keys),
  };
};
