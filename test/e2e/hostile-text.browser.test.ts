import { cutOff, Screen } from './support/boxes';
import { Detail } from '../../testing/detail';
import type { Element } from '../../testing/client';
import { History } from './support/history';
import { SearchAndFilters } from './support/search-and-filters';
import { scenario, useStage } from './support/stage';
import { until } from '../../testing/until';

const TEXTS = {
  'one word of 5,000 letters': 'w'.repeat(5000),
  'zalgo text': `Z${'\u0301\u0317\u0336'.repeat(40)}`.repeat(40),
  'right-to-left text with overrides': '\u202e\u2067مدفوعات\u2066abc\u202d'.repeat(100),
  'line breaks': 'a\n\r\n\u2028\u0085\u000bb'.repeat(100),
  'emoji families': '👨‍👩‍👧‍👦'.repeat(400),
};
const NAMES = Object.keys(TEXTS) as (keyof typeof TEXTS)[];
const SIZES = [
  ['small', 320, 1],
  ['small', 320, 1.75],
  ['phone', 390, 1],
  ['phone', 390, 1.75],
] as const;

describe('texts of any shape', () => {
  const stage = useStage();
  const history = new History(stage);
  const detail = new Detail(stage);
  const finding = new SearchAndFilters(stage);
  const screen = new Screen(stage);

  const part = async (...path: string[]): Promise<Element | null> => {
    const page = await stage.miniProgram.currentPage();
    let found = (await page?.$(path[0] ?? '')) as unknown as Element | null;
    for (const selector of path.slice(1)) found = (await found?.$(selector)) ?? null;
    return found;
  };
  /** The width of an element beyond the screen, in px; its content included. */
  const excess = async (...path: string[]): Promise<number> => {
    const element = await part(...path);
    if (!element) throw new Error(`no ${path.join(' ')}`);
    const { right } = await screen.boxOf(element);
    const { windowWidth } = await screen.info();
    return Math.max(await cutOff(element), right - windowWidth);
  };

  // The script of the month menu is loaded when it is opened first.
  beforeAll(async () => {
    await stage.sandbox.reset({ count: 3 });
    await history.open();
    await history.openMonths('2026年11月');
  });

  describe.each(SIZES)('on a screen %s (%i px) with text size %s', (name, width, textSize) => {
    beforeAll(async () => {
      await screen.become(name, width);
      await stage.setConditions({ textSize });
    });
    afterAll(async () => {
      await stage.setConditions({ textSize: 1 });
      await screen.become('phone', 390);
    });

    for (const which of NAMES)
      scenario(`${which} widens no page (${width} px, text size ${textSize})`, stage, async () => {
        const text = TEXTS[which];
        await stage.sandbox.reset({ count: 0 });
        const paid = await stage.sandbox.addOrder({ merchandise_description: text });
        const { transaction_no } = await stage.sandbox.addOrder({
          merchandise_description: text,
          trade_no: `N${text}`,
          merchandise_record_id: text,
          gateway_type: text,
          status: text,
          refund_status: `R${text}`,
          merchandise_snapshot: { name: text.slice(0, 60) },
        });
        await history.open();
        expect(await excess('payment-history', '.history')).toBeLessThanOrEqual(0);
        await history.openMonths('2026年11月');
        expect(await excess('payment-history', 'month-sheet', '.sheet')).toBeLessThanOrEqual(0);
        await finding.open(`merchandise_record_id=${encodeURIComponent(text)}`);
        expect(await excess('payment-history', '.history')).toBeLessThanOrEqual(0);
        await finding.open();
        await finding.search(text);
        expect(await excess('payment-history', '.history')).toBeLessThanOrEqual(0);
        await detail.openCold(`transaction_no=${transaction_no}`);
        expect(await detail.what()).not.toBe('');
        expect(await excess('payment-detail', '.detail')).toBeLessThanOrEqual(0);
        const refund = { amount_fen: 1, status: 'success', time: null, account: text };
        await stage.sandbox.addFault({
          ...{ kind: 'garbage', body: { refunds: [refund] } },
          match: { path: '/example-shop/refunds/*/' },
        });
        await detail.openCold(`transaction_no=${paid.transaction_no}`);
        await until('the account of the refund', async () => {
          return (await detail.timeline()).some(([, note]) => note?.includes(text.slice(0, 1)));
        });
        const timeline = await part('payment-detail', 'payment-timeline');
        const notes = (await timeline?.$$('.timeline__note')) ?? [];
        // One letter with its marks may be wider than the screen.
        if (which !== 'zalgo text') for (const note of notes) expect(await cutOff(note)).toBe(0);
        expect(await excess('payment-detail', '.detail')).toBeLessThanOrEqual(0);
        await detail.openCold(`transaction_no=${encodeURIComponent(text)}`);
        expect(await excess('payment-detail', '.detail')).toBeLessThanOrEqual(0);
        await stage.sandbox.clearFaults();
      });
  });
});
