import { addressOf, elementOf, pressNotice, textOf, type Driver, type Element } from './client';
import { until } from './until';

const PAGE = '/pages/payment/payment';
const TAG = 'payment-detail';
const CONTACT = '.detail__action--contact';

/** The page object of the detail page; it uses miniprogram-automator only. */
export class Detail {
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

  /** Opens the page by link, and waits for its answer. */
  async openCold(query: string): Promise<void> {
    await this.driver.miniProgram.callWxMethod('reLaunch', { url: `${this.path}?${query}` });
    await this.settled();
  }

  /** Waits until the page is open and has its answer. */
  async settled(): Promise<void> {
    await until(`the payment of <${TAG}> on the page ${this.path}`, async () => {
      const phase = await this.phase();
      return phase !== null && !['loading', 'refreshing'].includes(phase);
    });
  }

  /** The phase; null while another page is open. */
  async phase(): Promise<string | null> {
    const element = await this.element();
    return element && ((await element.data('phase')) as string);
  }

  what = () => this.textIn('payment-summary', '.summary__title');
  amount = () => this.textIn('payment-summary', '.summary__amount');

  async badges(): Promise<string[]> {
    return lines(await this.textIn('payment-summary', '.summary__badges'));
  }

  /** The titles and notes of the steps. */
  async timeline(): Promise<string[][]> {
    const timeline = await this.inside('payment-timeline');
    const steps = (await timeline?.$$('.timeline__step')) ?? [];
    return Promise.all(
      steps.map(async (step) =>
        Promise.all(['.timeline__title', '.timeline__note'].map((part) => textOf(step, part))),
      ),
    );
  }

  /** The facts by label. */
  async facts(): Promise<Record<string, string>> {
    const facts = (await (await this.inside('fact-list'))?.$$('.facts__fact')) ?? [];
    const pairs = facts.map((fact) =>
      Promise.all([textOf(fact, '.facts__label'), textOf(fact, '.facts__value')]),
    );
    return Object.fromEntries(await Promise.all(pairs));
  }

  /** The text of the notice, including its button; empty without a notice. */
  async notice(): Promise<string> {
    return (await (await this.inside('notice'))?.text()) ?? '';
  }

  async retry(): Promise<void> {
    await pressNotice(await this.inside('notice'));
    await this.settled();
  }

  /** Taps the copy button of a fact. */
  async copy(label: string): Promise<void> {
    const facts = (await (await this.inside('fact-list'))?.$$('.facts__fact')) ?? [];
    for (const fact of facts) {
      if ((await textOf(fact, '.facts__label')) !== label) continue;
      const button = await fact.$('.facts__copy');
      if (button) return button.tap();
    }
    throw new Error(`no copy button for ${label}`);
  }

  /** The text of the payment button; null without one. */
  async payButton(): Promise<string | null> {
    for (const state of ['open', 'busy']) {
      const button = await this.inside(`.detail__action--${state}`);
      if (button) return button.text();
    }
    return null;
  }

  async pay(times = 1): Promise<void> {
    const button = await this.inside('.detail__action--open');
    if (!button) throw new Error('no payment button');
    await Promise.all(Array.from({ length: times }, () => button.tap()));
  }

  /** The texts of the services. */
  async services(): Promise<string[]> {
    return Promise.all((await this.serviceElements()).map((service) => service.text()));
  }

  /** Taps a service by its text. */
  async serve(text: string): Promise<void> {
    const texts = await this.services();
    const service = (await this.serviceElements())[texts.indexOf(text)];
    if (!service) throw new Error(`no service ${text} among ${texts.join()}`);
    await service.tap();
  }

  async serviceElements(): Promise<Element[]> {
    return (await (await this.inside('action-list'))?.$$('.actions__action')) ?? [];
  }

  async contactShop(): Promise<void> {
    const button = await this.inside(CONTACT);
    if (!button) throw new Error('no customer service button');
    await button.tap();
  }

  /** The properties of the customer service button. */
  async contact(): Promise<{ openType: unknown; sessionFrom: unknown }> {
    const button = await this.inside(CONTACT);
    const openType = await button?.property('openType');
    const sessionFrom = await button?.property('sessionFrom');
    return { openType, sessionFrom };
  }

  private async textIn(component: string, selector: string): Promise<string> {
    return textOf(await this.inside(component), selector);
  }

  private async inside(selector: string): Promise<Element | null> {
    return (await (await this.element())?.$(selector)) ?? null;
  }

  private element(): Promise<Element | null> {
    return elementOf(this.driver, TAG);
  }
}

const lines = (text: string) => text.split('\n').filter(Boolean);
