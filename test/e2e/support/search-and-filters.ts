import type { Stage } from './stage';
import { until } from './until';

/** The methods of an element; the client's types omit some. */
interface Element {
  $(selector: string): Promise<Element | null>;
  $$(selector: string): Promise<Element[]>;
  text(): Promise<string>;
  value(): Promise<string>;
  attribute(name: string): Promise<string | null>;
  size(): Promise<{ width: number; height: number }>;
  tap(): Promise<void>;
  trigger(type: string, detail: object): Promise<void>;
  data(path: string): Promise<unknown>;
  input(value: string): Promise<void>;
}

/** The page object of search, tabs and filters; it uses miniprogram-automator only. */
export class SearchAndFilters {
  constructor(private readonly stage: Stage) {}

  /** Opens the page with a query, and waits for its first answer. */
  async open(query = ''): Promise<void> {
    const url = `/pages/payments/payments?${query}`;
    await this.stage.miniProgram.callWxMethod('reLaunch', { url });
    await this.settled();
  }

  /** Waits until the first page is loaded or has failed. */
  async settled(): Promise<void> {
    await until('the first answer', async () => {
      const phase = (await (await this.history()).data('phase')) as string;
      return !['idle', 'loading'].includes(phase);
    });
  }

  /** Taps a tab without waiting. */
  async tapTab(text: string): Promise<void> {
    await (await this.named(await this.part('tab-bar'), '.tabs__tab', text)).tap();
  }

  async chooseTab(text: string): Promise<void> {
    await this.tapTab(text);
    await this.settled();
  }

  async selectedTab(): Promise<string> {
    const selected = await (await this.part('tab-bar')).$('.tabs__tab--selected');
    return (await selected?.text()) ?? '';
  }

  /** Opens the filter sheet, selects options and applies them. */
  async filterBy(...options: string[]): Promise<void> {
    await (await this.within('search-bar', '.search__filter')).tap();
    const sheet = await this.part('filter-sheet');
    for (const option of options) await (await this.named(sheet, '.sheet__option', option)).tap();
    await (await this.within('filter-sheet', '.sheet__button--apply')).tap();
    await this.settled();
  }

  /** Opens the filter sheet and applies a range of amounts. @returns What the sheet answers; empty where it closes. */
  async filterByAmount(from: string, to: string): Promise<string> {
    await this.openSheet();
    const sheet = await this.part('filter-sheet');
    const [lower, upper] = await sheet.$$('.sheet__amount');
    await lower?.input(from);
    await upper?.input(to);
    await (await this.within('filter-sheet', '.sheet__button--apply')).tap();
    await this.settled();
    const open = await (await this.bar()).$('filter-sheet');
    return (await (await open?.$('.sheet__objection'))?.text()) ?? '';
  }

  /** Number and sum of what is searched or filtered; empty for none. */
  async sum(): Promise<string> {
    return (await (await (await this.bar()).$('.find__sum'))?.text()) ?? '';
  }

  /** What a range of amounts adds to the sheet, the chips and the line of the sum. */
  async amountElements(): Promise<Element[]> {
    const bar = await this.bar();
    const [sheet, chips] = [await bar.$('filter-sheet'), await bar.$('filter-chips')];
    const parts = ['.sheet__amount', '.sheet__objection', '.sheet__option', '.sheet__question'];
    const onSheet = await Promise.all(parts.map(async (part) => (await sheet?.$$(part)) ?? []));
    return [
      ...onSheet.flat(),
      ...((await chips?.$$('.chips__chip')) ?? []),
      ...(await bar.$$('.find__note')),
      ...(await bar.$$('.find__sum')),
    ];
  }

  async filterButton(): Promise<string> {
    return (await this.within('search-bar', '.search__filter')).text();
  }

  async chips(): Promise<string[]> {
    const chips = await (await this.bar()).$('filter-chips');
    const shown = (await chips?.$$('.chips__chip')) ?? [];
    return Promise.all(shown.map((chip) => chip.text()));
  }

  async removeChip(text: string): Promise<void> {
    await (await this.named(await this.part('filter-chips'), '.chips__target', text)).tap();
    await this.settled();
  }

  async clearChips(): Promise<void> {
    await (await this.within('filter-chips', '.chips__clear')).tap();
    await this.settled();
  }

  /** Enters a text and presses the search key of the keyboard. */
  async search(text: string): Promise<void> {
    const field = await this.within('search-bar', 'input');
    await field.input(text);
    await field.trigger('confirm', { value: text });
  }

  /** Enters a text as the user types it. */
  async type(text: string): Promise<void> {
    await (await this.within('search-bar', 'input')).input(text);
  }

  async endSearch(): Promise<void> {
    await (await this.within('search-bar', '.search__clear')).tap();
  }

  async searchText(): Promise<string> {
    return (await this.within('search-bar', 'input')).value();
  }

  /** The text about the progress of a search; empty without a search. */
  async note(): Promise<string> {
    return (await (await (await this.bar()).$('.find__note'))?.text()) ?? '';
  }

  /** The message of a number lookup; null without one. */
  async lookup(): Promise<string | null> {
    return (await (await (await this.bar()).$('notice'))?.text()) ?? null;
  }

  async retryLookup(): Promise<void> {
    const notice = await this.within('find-bar', 'notice');
    const button = await (await notice.$('van-button'))?.$('button');
    await button?.tap();
  }

  /** The shorter side of every touch target in px, by selector and text. */
  async targets(): Promise<Record<string, number>> {
    const places = [
      ['search-bar', '.search__filter'],
      ['search-bar', '.search__field'],
      ['search-bar', '.search__clear'],
      ['tab-bar', '.tabs__tab'],
      ['filter-chips', '.chips__target'],
      ['filter-chips', '.chips__clear'],
      ['filter-sheet', '.sheet__option'],
      ['filter-sheet', '.sheet__button'],
    ] as const;
    const sizes: Record<string, number> = {};
    for (const [part, selector] of places) {
      const targets = (await (await (await this.bar()).$(part))?.$$(selector)) ?? [];
      for (const target of targets) {
        const { width, height } = await target.size();
        sizes[`${selector} ${await target.text()}`] = Math.min(Number(width), Number(height));
      }
    }
    return sizes;
  }

  async openSheet(): Promise<void> {
    await (await this.within('search-bar', '.search__filter')).tap();
  }

  /** Makes `abort()` ineffective, so that answers arrive after their request was aborted. */
  async refuseAborts(isOn: boolean): Promise<void> {
    await this.stage.miniProgram.evaluate((refuse: boolean) => {
      type Send = (options: Parameters<typeof wx.request>[0]) => object;
      const app = getApp() as unknown as { abortable?: Send };
      const { request } = wx as unknown as { request: Send };
      const send = app.abortable ?? request;
      app.abortable = send;
      const unabortable: Send = (options) =>
        Object.assign(send(options), { abort: () => undefined });
      Object.assign(wx, { request: refuse ? unabortable : send });
    }, isOn);
  }

  private async named(parent: Element, selector: string, text: string): Promise<Element> {
    const candidates = await parent.$$(selector);
    const texts = await Promise.all(candidates.map((candidate) => candidate.text()));
    const found = candidates[texts.indexOf(text)];
    if (!found) throw new Error(`no ${selector} ${text} among ${texts.join(', ')}`);
    return found;
  }

  private async within(part: string, selector: string): Promise<Element> {
    const parent = part === 'find-bar' ? await this.bar() : await this.part(part);
    const found = await parent.$(selector);
    if (!found) throw new Error(`<${part}> shows no ${selector}`);
    return found;
  }

  private async part(tag: string): Promise<Element> {
    return until(`<${tag}>`, async () => (await this.bar()).$(tag));
  }

  private bar(): Promise<Element> {
    return until('<find-bar>', async () => (await this.history()).$('find-bar'));
  }

  private async history(): Promise<Element> {
    return until('<payment-history>', async () => {
      const page = await this.stage.miniProgram.currentPage();
      return (await page?.$('payment-history')) as unknown as Element | null;
    });
  }
}
