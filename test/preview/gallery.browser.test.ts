import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import automator from 'miniprogram-automator';
import { TEXT_SIZES, type Conditions } from '../../preview/conditions';
import { examplesIn, settingOf } from '../../preview/gallery/examples';
import type { Examples } from '../../preview/gallery/examples/example';
import { ROOT } from '../../preview/paths';
import { until } from '../e2e/support/until';
import { startPreview, type PreviewProcess } from '../support/preview-process';

/** Methods of elements that the client's types lack. */
interface Element {
  $$(selector: string): Promise<Element[]>;
  text(): Promise<string>;
  tap(): Promise<void>;
}

const START_MS = 120_000;
const COMPONENTS = path.join(ROOT, 'miniprogram/components');
const folders = readdirSync(COMPONENTS);
const examples: Examples = examplesIn(settingOf('zh-CN', 1));

/** A component's state: the property that holds it, and the union with its file. */
const UNIONS: readonly (readonly [
  component: string,
  property: string,
  file: string,
  name: string,
])[] = [
  ['status-badge', 'status', 'domain/order.ts', 'OrderStatus'],
  ['refund-badge', 'refund', 'domain/order.ts', 'RefundStatus'],
  ['payment-row', 'row.status', 'domain/order.ts', 'OrderStatus'],
  ['payment-row', 'row.refund', 'domain/order.ts', 'RefundStatus'],
  ['payment-row', 'row.gateway', 'domain/order.ts', 'Gateway'],
  ['payment-summary', 'summary.status', 'domain/order.ts', 'OrderStatus'],
  ['payment-summary', 'summary.refund', 'domain/order.ts', 'RefundStatus'],
  ['payment-summary', 'summary.gateway', 'domain/order.ts', 'Gateway'],
  [
    'payment-timeline',
    'steps.*.tone',
    'components/payment-timeline/payment-timeline.ts',
    'StepTone',
  ],
  ['list-footer', 'footer', 'components/list-footer/list-footer.ts', 'ListFooter'],
];

/** Values that an absent property stands for. */
const UNSAID: Record<string, string> = { 'row.status': 'success' };

/** The members of a union in its source; components do not get the refund status `none`. */
const wordsOf = (file: string, name: string): string[] => {
  const source = readFileSync(path.join(ROOT, 'miniprogram', file), 'utf8');
  const union = new RegExp(`export type ${name} =([^;]+);`).exec(source)?.[1] ?? '';
  const words = [...union.matchAll(/'([^']+)'/g)].map(([, word = '']) => word);
  return name === 'RefundStatus' ? words.filter((word) => word !== 'none') : words;
};

const valuesAt = (value: unknown, [name, ...rest]: readonly string[]): unknown[] => {
  if (name === undefined) return [value];
  const record = (value ?? {}) as Record<string, unknown>;
  const inner = name === '*' ? Object.values(record) : [record[name]];
  return inner.flatMap((each) => valuesAt(each, rest));
};

const shownOf = (component: string, property: string): unknown[] =>
  (examples[component] ?? []).flatMap(({ props }) => valuesAt(props, property.split('.')));

describe('the examples of the gallery', () => {
  test.each(folders)('exist for %s', (component) => {
    expect(examples[component]?.length).toBeGreaterThan(0);
  });

  test('belong to existing components', () => {
    expect(folders).toEqual(expect.arrayContaining(Object.keys(examples)));
  });

  test.each(folders)('set all properties of %s', (component) => {
    const source = readFileSync(path.join(COMPONENTS, component, `${component}.ts`), 'utf8');
    const block = /\n {2}properties: \{\n([\s\S]*?)\n {2}\},/.exec(source)?.[1] ?? '';
    const properties = [...block.matchAll(/^ {4}(\w+):/gm)].map(([, name = '']) => name);
    expect(properties.length).toBeGreaterThan(0);
    for (const { props } of examples[component] ?? []) {
      expect(Object.keys(props).sort()).toEqual(properties.sort());
    }
  });

  test.each(UNIONS)('show %s in every state of its %s', (component, property, file, name) => {
    const words = wordsOf(file, name);
    expect(words.length).toBeGreaterThan(2);
    const shown = shownOf(component, property).map((value) => value ?? UNSAID[property]);
    expect([...new Set(shown)]).toEqual(expect.arrayContaining(words));
  });

  test('show notice in every tone and layout, with and without a button', () => {
    const file = 'components/notice/notice.ts';
    const wanted = wordsOf(file, 'NoticeLayout').flatMap((layout) =>
      wordsOf(file, 'NoticeTone').flatMap((tone) => [
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
