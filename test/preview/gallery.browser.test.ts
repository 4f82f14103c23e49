import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import automator from 'miniprogram-automator';
import { GATEWAY_FAMILIES, ORDER_STATUSES, REFUND_STATUSES } from '../../miniprogram/domain/order';
import { TEXT_SIZES, type Conditions } from '../../preview/conditions';
import { examplesIn, settingOf } from '../../preview/gallery/examples';
import type { Examples } from '../../preview/gallery/examples/example';
import { ROOT } from '../../preview/paths';
import { until } from '../../testing/until';
import { startPreview, type PreviewProcess } from '../support/preview-process';

/** Methods of elements that the client's types lack. */
interface Element {
  $$(selector: string): Promise<Element[]>;
  text(): Promise<string>;
  tap(): Promise<void>;
}

const START_MS = 120_000;
const COMPONENTS = path.join(ROOT, 'miniprogram/components');
const folders = readdirSync(COMPONENTS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const examples: Examples = examplesIn(settingOf('zh-CN', 1));

const STATUSES = [...ORDER_STATUSES, 'unknown'];
const REFUNDS = [...REFUND_STATUSES, 'unknown'];
const GATEWAYS = [...GATEWAY_FAMILIES, 'unknown'];

/** The members of a string union in a component's source. */
const membersOf = (component: string, name: string): string[] => {
  const source = readFileSync(path.join(COMPONENTS, component, `${component}.ts`), 'utf8');
  const union = new RegExp(`export type ${name} =([^;]+);`).exec(source)?.[1] ?? '';
  return [...union.matchAll(/'([^']+)'/g)].map(([, member = '']) => member);
};

/** The property that holds a component's state, and all values of it. */
const STATES: readonly (readonly [component: string, property: string, values: string[]])[] = [
  ['status-badge', 'status', STATUSES],
  ['refund-badge', 'refund', REFUNDS],
  ['payment-row', 'row.status', STATUSES],
  ['payment-row', 'row.refund', REFUNDS],
  ['payment-row', 'row.gateway', GATEWAYS],
  ['payment-summary', 'summary.status', STATUSES],
  ['payment-summary', 'summary.refund', REFUNDS],
  ['payment-summary', 'summary.gateway', GATEWAYS],
  ['payment-timeline', 'steps.*.tone', membersOf('payment-timeline', 'StepTone')],
  ['list-footer', 'footer', membersOf('list-footer', 'ListFooter')],
];

/** Values that an absent property stands for. */
const DEFAULTS_WHEN_ABSENT: Record<string, string> = { 'row.status': 'success' };

const valuesAt = (value: unknown, [name, ...rest]: readonly string[]): unknown[] => {
  if (name === undefined) return [value];
  const record = (value ?? {}) as Record<string, unknown>;
  const inner = name === '*' ? Object.values(record) : [record[name]];
  return inner.flatMap((each) => valuesAt(each, rest));
};

const shownOf = (component: string, property: string): unknown[] =>
  (examples[component] ?? []).flatMap(({ props }) => valuesAt(props, property.split('.')));

describe('the examples of the gallery', () => {
  test.each(folders)('there are examples for %s', (component) => {
    expect(examples[component]?.length).toBeGreaterThan(0);
  });

  test('every example belongs to an existing component', () => {
    expect(folders).toEqual(expect.arrayContaining(Object.keys(examples)));
  });

  test.each(folders)('the examples set all properties of %s', (component) => {
    const source = readFileSync(path.join(COMPONENTS, component, `${component}.ts`), 'utf8');
    const block = /\n {2}properties: \{\n([\s\S]*?)\n {2}\},/.exec(source)?.[1] ?? '';
    const properties = [...block.matchAll(/^ {4}(\w+):/gm)].map(([, name = '']) => name);
    expect(properties.length).toBeGreaterThan(0);
    for (const { props } of examples[component] ?? []) {
      expect(Object.keys(props).sort()).toEqual(properties.sort());
    }
  });

  test.each(STATES)(
    'the examples show %s in every state of its %s',
    (component, property, values) => {
      expect(values.length).toBeGreaterThan(2);
      const shown = shownOf(component, property).map(
        (value) => value ?? DEFAULTS_WHEN_ABSENT[property],
      );
      expect([...new Set(shown)]).toEqual(expect.arrayContaining(values));
    },
  );

  test('the examples show notice in every tone and layout, with and without a button', () => {
    const wanted = membersOf('notice', 'NoticeLayout').flatMap((layout) =>
      membersOf('notice', 'NoticeTone').flatMap((tone) => [
        `${layout} ${tone} true`,
        `${layout} ${tone} false`,
      ]),
    );
    const shown = (examples['notice'] ?? []).map(({ props }) => {
      const { layout, tone, action } = props as Record<'layout' | 'tone' | 'action', string>;
      return `${layout} ${tone} ${action !== ''}`;
    });
    expect(wanted).toHaveLength(8);
    expect(shown).toEqual(wanted);
  });
});

describe('the gallery', () => {
  let preview: PreviewProcess;
  let client: Awaited<ReturnType<typeof automator.connect>>;
  const wrong: string[] = [];

  const set = (conditions: Partial<Conditions>): Promise<unknown> =>
    (client as unknown as { send(method: string, params: object): Promise<unknown> }).send(
      'Preview.setConditions',
      conditions,
    );

  beforeAll(async () => {
    preview = await startPreview(['--gallery']);
    client = await automator.connect({ wsEndpoint: preview.automatorUrl });
    client.on('console', ({ type, args }: { type: string; args: unknown[] }) => {
      if (type === 'error') wrong.push(args.join(' '));
    });
    client.on('exception', (exception: unknown) => wrong.push(JSON.stringify(exception)));
  }, START_MS);

  afterAll(async () => {
    client?.disconnect();
    await preview?.stop();
  });

  const looks = (['zh_CN', 'en'] as const).flatMap((language) =>
    [Math.min(...TEXT_SIZES), 1, Math.max(...TEXT_SIZES)].flatMap((textSize) =>
      (['light', 'dark'] as const).map((theme) => ({ language, textSize, theme })),
    ),
  );

  test.each(looks)('draws every example without an error: %o', async (look) => {
    await set(look);
    await client.callWxMethod('reLaunch', { url: '/gallery/gallery' });
    const page = await until('the gallery', async () => client.currentPage());
    expect(await page.data()).toMatchObject({ textSize: look.textSize });
    for (const [component, { length }] of Object.entries(examples)) {
      const section = (await page.$(`.gallery__section--${component}`)) as Element | null;
      const drawn = (await section?.$$('.gallery__example')) ?? [];
      expect({ component, drawn: drawn.length }).toEqual({ component, drawn: length });
    }
    const badge = await page.$('.gallery__section--status-badge .gallery__frame');
    expect(await badge?.text()).toContain(look.language === 'en' ? 'Unpaid' : '待支付');
    expect(wrong).toEqual([]);
  });

  test('changes language and text size at a tap', async () => {
    await set({ language: 'zh_CN', textSize: 1 });
    await client.callWxMethod('reLaunch', { url: '/gallery/gallery?part=rows' });
    const page = await until('the gallery', async () => client.currentPage());
    const tools = (await page.$$('.gallery__tool')) as unknown as Element[];
    await tools[1]?.tap();
    await tools.at(-1)?.tap();
    await until('large English', async () => {
      const { language, textSize } = (await page.data()) as Record<string, unknown>;
      return language === 'en' && textSize === Math.max(...TEXT_SIZES);
    });
    expect(wrong).toEqual([]);
  });
});

test('dist/ does not contain the gallery', () => {
  expect(readFileSync(path.join(ROOT, 'dist/app.json'), 'utf8')).not.toContain('gallery');
  expect(readdirSync(path.join(ROOT, 'dist'))).not.toContain('gallery');
});
