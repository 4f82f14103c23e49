import type { Element } from '../../../testing/client';
import { until } from '../../../testing/until';
import type { History } from './history';
import type { Stage } from './stage';

/** The page object of the sheet of months; it uses miniprogram-automator only. */
export class MonthSheet {
  constructor(
    private readonly stage: Stage,
    private readonly history: History,
  ) {}

  /** Chooses a month in WeChat's picker, which no tool can turn. @param month - As `2026-03`. */
  async pick(month: string): Promise<void> {
    const sheet = await until('the sheet of months', () => this.found());
    const picker = await sheet.$('picker');
    if (!picker) throw new Error('the sheet has no picker');
    await picker.trigger('change', { value: month });
  }

  isOpen = async (): Promise<boolean> => (await this.found()) !== null;

  /** The text of the way to a month, after the title of the sheet; empty without one. */
  async way(): Promise<string> {
    const sheet = await this.found();
    const way = await (await sheet?.$('.jump'))?.text();
    return way === undefined ? '' : `${await (await sheet?.$('.sheet__title'))?.text()} ${way}`;
  }

  /** Taps a button below the way. */
  async tap(text: string): Promise<void> {
    const buttons = (await (await this.found())?.$$('.sheet__button')) ?? [];
    const texts = await Promise.all(buttons.map((button) => button.text()));
    const button = buttons[texts.indexOf(text)];
    if (!button) throw new Error(`no button ${text} among ${texts.join()}`);
    await button.tap();
  }

  /** Waits until the header of a month is at the top of the screen. */
  async atTop(title: string): Promise<void> {
    await until(`${title} at the top`, async () =>
      (await this.history.headers()).some(({ name, from }) => name === title && from === 0),
    );
  }

  /** The elements of the way that have a text. */
  async texts(): Promise<Element[]> {
    const sheet = await until('the sheet of months', () => this.found());
    const parts = ['.sheet__title', '.jump__text', '.sheet__button'];
    return (await Promise.all(parts.map((part) => sheet.$$(part)))).flat();
  }

  private async found(): Promise<Element | null> {
    const page = await this.stage.miniProgram.currentPage();
    const element = (await page?.$('payment-history')) as unknown as Element | null;
    return (await element?.$('month-sheet')) ?? null;
  }
}
