import type { Stage } from './stage';
import { until } from './until';

/** The client's types know plain elements only; what has a node behind it can do this as well. */
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

/** Search, tabs and filters of the history as a person meets them, through miniprogram-automator only. */
export class Finding {
  constructor(private readonly stage: Stage) {}

  /** Opens the page afresh with the parameters of an address, and waits until it shows something. */
  async open(query = ''): Promise<void> {
    const url = `/pages/payments/payments?${query}`;
    await this.stage.miniProgram.callWxMethod('reLaunch', { url });
    await this.settled();
  }

  /** Waits until the list has its first page, or has failed to get it. */
  async settled(): Promise<void> {
    await until('the first answer', async () => {
      const phase = (await (await this.history()).data('phase')) as string;
      return !['idle', 'loading'].includes(phase);
    });
  }

  /** Taps a tab and waits for nothing. */
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

  /** Opens the sheet, chooses and applies. */
  async filterBy(...options: string[]): Promise<void> {
    await (await this.within('search-bar', '.search__filter')).tap();
    const sheet = await this.part('filter-sheet');
    for (const option of options) await (await this.named(sheet, '.sheet__option', option)).tap();
    await (await this.within('filter-sheet', '.sheet__button--apply')).tap();
    await this.settled();
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

  /** Types a text and presses the keyboard's search key. */
  async search(text: string): Promise<void> {
    const field = await this.within('search-bar', 'input');
    await field.input(text);
    await field.trigger('confirm', { value: text });
  }

  async endSearch(): Promise<void> {
    await (await this.within('search-bar', '.search__clear')).tap();
  }

  async searchText(): Promise<string> {
    return (await this.within('search-bar', 'input')).value();
  }

  /** How far a search went; empty where nothing is searched. */
  async note(): Promise<string> {
    return (await (await (await this.bar()).$('.find__note'))?.text()) ?? '';
  }

  /** What became of a number; null where nothing is said of one. */
  async lookup(): Promise<string | null> {
    return (await (await (await this.bar()).$('notice'))?.text()) ?? null;
  }

  async retryLookup(): Promise<void> {
    const notice = await this.within('find-bar', 'notice');
    const button = await (await notice.$('van-button'))?.$('button');
    await button?.tap();
  }

  /** The smaller side of everything that can be tapped, by what it says. */
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

  /** Lets answers come that nobody waits for any more, as a network may that heard too late. */
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
    if (!found) throw new Error(`there is no ${selector} ${text}, only ${texts.join(', ')}`);
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
