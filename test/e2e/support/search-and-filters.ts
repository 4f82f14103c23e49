import type { Element } from '../../../testing/client';
import { SearchAndFilters as FindBar } from '../../../testing/search-and-filters';
import type { Stage } from './stage';

/** The page object of the testing kit, with what only these tests look at. */
export class SearchAndFilters extends FindBar {
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

  /** The part of the sheet that scrolls, the fields of an amount in it, and what answers them. */
  async answered(): Promise<Element[]> {
    const sheet = await (await this.bar()).$('filter-sheet');
    const parts = ['.sheet__groups', '.sheet__amount', '.sheet__objection'];
    return (await Promise.all(parts.map(async (part) => (await sheet?.$$(part)) ?? []))).flat();
  }

  async openSheet(): Promise<void> {
    await (await this.within('search-bar', '.search__filter')).tap();
  }
}

/** Makes `abort()` ineffective, so that answers arrive after their request was aborted. */
export async function refuseAborts({ miniProgram }: Stage, isOn: boolean): Promise<void> {
  await miniProgram.evaluate((refuse: boolean) => {
    type Send = (options: Parameters<typeof wx.request>[0]) => object;
    const app = getApp() as unknown as { abortable?: Send };
    const { request } = wx as unknown as { request: Send };
    const send = app.abortable ?? request;
    app.abortable = send;
    const unabortable: Send = (options) => Object.assign(send(options), { abort: () => undefined });
    Object.assign(wx, { request: refuse ? unabortable : send });
  }, isOn);
}
