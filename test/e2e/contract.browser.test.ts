import { readFileSync } from 'node:fs';
import path from 'node:path';
import { History } from './support/history';
import { scenario, useStage } from './support/stage';
import { until } from '../../testing/until';

const DOCUMENT = readFileSync(path.join(__dirname, '../../docs/testing.md'), 'utf8');

/** The names that docs/testing.md lists under a heading: `code` in the first column of a table. */
const documented = (heading: string): string[] => {
  const [, section = ''] = DOCUMENT.split(`### ${heading}\n`);
  const [rows = ''] = section.split('\n#');
  return [...rows.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name);
};

/** The methods of a custom element; the client's types omit them. */
interface Component {
  data(path: string): Promise<unknown>;
  $(selector: string): Promise<Component | null>;
  text(): Promise<string>;
  tap(): Promise<void>;
}

describe('the testing contract', () => {
  const stage = useStage();
  const open = async (): Promise<Component> => {
    await stage.miniProgram.callWxMethod('reLaunch', { url: '/pages/payments/payments' });
    return (await (await stage.miniProgram.currentPage())?.$('#history')) as unknown as Component;
  };
  const reach = async (history: Component, name: string, value: string) => {
    expect(documented(name === 'phase' ? 'Phases' : 'Footers')).toContain(value);
    await until(`${name} ${value}`, async () => (await history.data(name)) === value);
  };

  const find = (parent: Component | null, element: string) => {
    expect(documented('Elements')).toContain(element);
    return parent?.$(element) ?? null;
  };

  test('the documented phases are the phases of the source', () => {
    const source = readFileSync(
      path.join(__dirname, '../../miniprogram/state/paging/paging-state.ts'),
      'utf8',
    );
    const [, union = ''] = /export type PagingPhase =([^;]+);/.exec(source) ?? [];
    const phases = [...union.matchAll(/'([a-z-]+)'/g)].map(([, phase]) => phase);
    expect(phases.length).toBeGreaterThan(4);
    expect(documented('Phases').sort()).toEqual(phases.sort());
  });

  scenario('the phase is loading before the first page and ready after it', stage, async () => {
    const orders = { path: '/hserve/*/idp/pay/order/' };
    await stage.sandbox.reset();
    await stage.sandbox.addFault({ kind: 'stall', match: orders });
    const history = await open();
    await reach(history, 'phase', 'loading');
    await stage.sandbox.clearFaults();
    await reach(history, 'phase', 'ready');
  });

  scenario('the phase names a failed first page and a failed refresh', stage, async () => {
    const orders = { path: '/hserve/*/idp/pay/order/' };
    await stage.sandbox.reset();
    await stage.sandbox.addFault({ kind: 'status', status: 500, match: orders });
    await reach(await open(), 'phase', 'failed');
    await stage.sandbox.clearFaults();
    const history = await open();
    await reach(history, 'phase', 'ready');
    await stage.sandbox.addFault({ kind: 'status', status: 500, match: orders });
    await stage.miniProgram.callWxMethod('startPullDownRefresh', {});
    await reach(history, 'phase', 'refresh-failed');
  });

  scenario('without a network the banner is shown and no notice', stage, async () => {
    await stage.sandbox.reset();
    const history = await open();
    await reach(history, 'phase', 'ready');
    const banner = await find(history, 'offline-banner');
    expect(await banner?.$('.offline__text')).toBeNull();
    await stage.setConditions({ network: 'none' });
    await stage.miniProgram.callWxMethod('startPullDownRefresh', {});
    await reach(history, 'phase', 'refresh-failed');
    await new History(stage).drawn();
    expect(await (await banner?.$('.offline__text'))?.text()).toContain('离线');
    expect(await find(history, 'notice')).toBeNull();
    await stage.setConditions({ network: 'wifi' });
    await reach(history, 'phase', 'ready');
    expect(await banner?.$('.offline__text')).toBeNull();
  });

  scenario('the footer is end when all payments are loaded', stage, async () => {
    await stage.sandbox.reset({ count: 3 });
    await reach(await open(), 'footer', 'end');
  });

  scenario('the loaded months have the documented selectors', stage, async () => {
    await stage.sandbox.reset({ count: 3 });
    const history = await open();
    await reach(history, 'phase', 'ready');
    const names = ['.month__button', 'month-sheet', '.months__item'];
    expect(documented('Elements')).toEqual(expect.arrayContaining(names));
    const chunk = await history.$('payment-chunk');
    const header = await (await chunk?.$('month-section'))?.$('.month__button');
    expect(await history.$('month-sheet')).toBeNull();
    await header?.tap();
    const sheet = await until('the sheet', async () => history.$('month-sheet'));
    await (await sheet.$('.months__item'))?.tap();
    await until('no sheet', async () => (await history.$('month-sheet')) === null);
  });

  scenario('a payment has a selector with its transaction number', stage, async () => {
    await stage.sandbox.reset({ count: 3 });
    const history = await open();
    await reach(history, 'phase', 'ready');
    const [order] = await stage.sandbox.orders();
    const chunk = await find(history, 'payment-chunk');
    expect(await chunk?.$(`#payment-${order?.transaction_no}`)).not.toBeNull();
    expect(await chunk?.$('#payment-none')).toBeNull();
  });
});
