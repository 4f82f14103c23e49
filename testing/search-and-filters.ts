import { addressOf, pressNotice, untilShown, type Driver, type Element } from './client';
import { until } from './until';

const PAGE = '/pages/payments/payments';

/** The page object of search, tabs and filters; it uses miniprogram-automator only. */
export class SearchAndFilters {
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

  /** Opens the page with a query, and waits for its first answer. */
  async open(query = ''): Promise<void> {
    const url = `${this.path}?${query}`;
    await this.driver.miniProgram.callWxMethod('reLaunch', { url });
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
    await (await this.within('search-bar', '.search__filter')).tap();
    const sheet = await this.part('filter-sheet');
    const [lower, upper] = await sheet.$$('.sheet__amount');
    if (!lower || !upper) throw new Error('the filter sheet has no fields for amounts');
    await lower.input(from);
    await upper.input(to);
    await (await this.within('filter-sheet', '.sheet__button--apply')).tap();
    await this.settled();
    const open = await (await this.bar()).$('filter-sheet');
    return (await (await open?.$('.sheet__objection'))?.text()) ?? '';
  }

  /** Number and sum of what is searched or filtered; empty for none. */
  async sum(): Promise<string> {
    return (await (await (await this.bar()).$('.find__sum'))?.text()) ?? '';
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
    await pressNotice(await this.within('find-bar', 'notice'));
  }

  private async named(parent: Element, selector: string, text: string): Promise<Element> {
    const candidates = await parent.$$(selector);
    const texts = await Promise.all(candidates.map((candidate) => candidate.text()));
    const found = candidates[texts.indexOf(text)];
    if (!found) throw new Error(`no ${selector} ${text} among ${texts.join(', ')}`);
    return found;
  }

  protected async within(part: string, selector: string): Promise<Element> {
    const parent = part === 'find-bar' ? await this.bar() : await this.part(part);
    const found = await parent.$(selector);
    if (!found) throw new Error(`<${part}> shows no ${selector}`);
    return found;
  }

  protected async part(tag: string): Promise<Element> {
    return until(`<${tag}>`, async () => (await this.bar()).$(tag));
  }

  protected bar(): Promise<Element> {
    return until('<find-bar>', async () => (await this.history()).$('find-bar'));
  }

  private history(): Promise<Element> {
    return untilShown(this.driver, 'payment-history', this.path);
  }
}
