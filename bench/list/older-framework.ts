import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Simulator from 'miniprogram-simulate';
import type * as configuration from '../../miniprogram/configure';
import type { Transport } from '../../miniprogram/services/http/transport';
import type { FrameworkWork, SubjectName } from '../measures';
import { lineOf, type Row } from './table';

const ROW = 76;
const MARCH_2020 = Date.parse('2020-03-31T12:00:00+08:00') / 1000;

/** What twenty rows cost in the older framework. */
interface OlderWork extends FrameworkWork {
  /** Rows that are projected to view data. */
  readonly projected: number;
}

/** The texts that word the time of a row: `rowTime`, in older builds `time`. */
type RowTexts = Partial<Record<'rowTime' | 'time', (...times: unknown[]) => string>>;

/** The part of the `<payment-history>` that the count needs. */
interface History {
  readonly data: { readonly phase: string; readonly height: number };
  readonly view: { move(viewport: { top: number; height: number }): void };
  loadMore(): Promise<void>;
  setData(data: object, done?: () => void): void;
}

/** Orders of one month, a minute apart; a month header would be one more component. */
const orders = Array.from({ length: 400 }, (_, number) => ({
  ...{ id: 1000 - number, transaction_no: `T${number}`, trade_no: `M${number}` },
  ...{ status: 'success', refund_status: null, total_cost: 100 + number, currency_type: 'CNY' },
  ...{ created_at: MARCH_2020 - number * 60, updated_at: MARCH_2020, paid_at: MARCH_2020 },
  ...{ gateway_type: 'weixin_tenpay', merchandise_description: `order ${number}` },
  ...{ merchandise_record_id: null, merchandise_schema_id: null },
}));

const transport: Transport = ({ url, success }) => {
  const query = new URL(url).searchParams;
  const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))];
  const meta = { offset, limit, total_count: orders.length, next: null, previous: null };
  const objects = orders.slice(offset, offset + limit);
  setTimeout(() => success({ statusCode: 200, data: JSON.stringify({ meta, objects }) }));
  return { abort: () => undefined };
};

const load = createRequire(__filename);

/** Gives the simulator a document; jsdom comes with Jest's environment. */
const createDocument = (): object => {
  const { JSDOM } = createRequire(load.resolve('jest-environment-jsdom'))('jsdom') as {
    JSDOM: new (html: string, options: object) => { window: Record<string, unknown> };
  };
  const { window } = new JSDOM('', { pretendToBeVisual: true });
  const names = ['document', 'requestAnimationFrame', 'CustomEvent', 'Event', 'TouchEvent'];
  Object.assign(globalThis, { window, ...Object.fromEntries(names.map((n) => [n, window[n]])) });
  return (window['document'] as { body: object }).body;
};

/** Opens the history of a build in the older framework and moves it by twenty rows. */
const countIn = async (dist: string): Promise<OlderWork> => {
  const body = createDocument();
  const simulate = load('miniprogram-simulate') as typeof Simulator;
  const exparser = createRequire(load.resolve('j-component'))('miniprogram-exparser') as {
    Component: { hasPublicProperty(node: object, name: string): boolean };
    Element: { getMethodCaller(node: object): { data?: Record<string, unknown> } | undefined };
  };
  const render = load('j-component/src/render/render') as {
    updateAttrs(node: object, attrs: readonly { name: string; value: unknown }[]): void;
  };
  const { configurePaymentHistory } = load(path.join(dist, 'configure')) as typeof configuration;
  const session = { token: () => Promise.resolve('token'), drop: () => undefined };
  configurePaymentHistory({ host: 'https://a.example', clientId: 'c', session, transport });
  const id = simulate.load(path.join(dist, 'features/payment-history/payment-history'), {
    rootPath: dist,
  });
  const element = simulate.render(id);
  element.attach(body);
  const history = element.instance as History;
  while (history.data.phase !== 'ready') await new Promise((resolve) => setTimeout(resolve, 10));
  while (history.data.height < 200 * ROW) await history.loadMore();
  const move = (row: number) => history.view.move({ top: row * ROW, height: 10 * ROW });
  move(80);

  let [updates, sets, projected] = [0, 0, 0];
  const { zhCN: texts } = load(path.join(dist, 'texts/zh-cn')) as { zhCN: RowTexts };
  const name = texts.rowTime === undefined ? 'time' : 'rowTime';
  const word = texts[name];
  texts[name] = (...times) => {
    projected += 1;
    return word?.(...times) ?? '';
  };
  const updateAttrs = render.updateAttrs.bind(render);
  render.updateAttrs = (node, attrs) => {
    const before = exparser.Element.getMethodCaller(node)?.data;
    // The simulator sets every property of a node again; equal values are not counted.
    const changed = attrs.filter(({ name, value }) => {
      const property = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      if (!exparser.Component.hasPublicProperty(node, property)) return false;
      return JSON.stringify(before?.[property]) !== JSON.stringify(value);
    });
    sets += changed.length;
    if (changed.length > 0) updates += 1;
    updateAttrs(node, attrs);
  };
  const setData = history.setData.bind(history);
  history.setData = (data, done) => {
    updates += 1;
    setData(data, done);
  };
  move(100);
  return { updates, sets, projected };
};

/** Counts in a new process, because the simulator needs a global document. */
const countsOf = (dist: string) =>
  JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', __filename, dist]).toString(),
  ) as OlderWork;

/** Table rows of the work in WeChat's older framework. */
export const olderRows = (dist: string, former?: string): Row[] => {
  const counts: Partial<Record<SubjectName, OlderWork>> = { ours: countsOf(dist) };
  if (former !== undefined) counts.former = countsOf(former);
  const line = (metric: string, name: keyof OlderWork, limit: number) =>
    lineOf(metric, (of) => counts[of]?.[name] ?? NaN, limit);
  return [
    line('rows projected for 20 rows', 'projected', 20),
    line('older framework, 20 rows: component updates', 'updates', 3),
    line('older framework, 20 rows: properties set', 'sets', 6),
  ];
};

if (process.argv[1] === __filename) {
  void countIn(process.argv[2] ?? '').then((counts) => {
    process.stdout.write(JSON.stringify(counts), () => process.exit());
  });
}
