import { choose, select } from './tools';

/** Faults of the toolbar apply to order requests. */
const ORDERS = { path: '/hserve/*/idp/pay/order/' };

/** Faults by their label. Labels are not bare numbers: JavaScript would sort those first. */
const FAULTS: Record<string, object | null> = {
  None: null,
  'Slow (3 s)': { kind: 'delay', ms: 3000 },
  'No answer': { kind: 'stall' },
  'Dropped connection': { kind: 'drop' },
  'Status 401': { kind: 'status', status: 401 },
  'Status 429': { kind: 'status', status: 429 },
  'Status 500': { kind: 'status', status: 500 },
  Garbage: { kind: 'garbage' },
  'Half an answer': { kind: 'truncate' },
};

/** The label of faults that the toolbar did not set, such as those of a test. */
const OTHERS = 'Others';

const ADDRESS = 'sandbox/faults';

/** @throws Error with the answer when the sandbox refuses */
const ask = async (method: string, body?: object): Promise<string> => {
  const response = await fetch(ADDRESS, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${ADDRESS}: ${response.status} ${text}`);
  return text;
};

const sameJson = (a: object, b: object): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

const activeLabel = async (): Promise<string> => {
  const active = JSON.parse(await ask('GET')) as { hits: number }[];
  const [only, ...more] = active;
  if (!only) return 'None';
  const { hits } = only;
  const label = Object.entries(FAULTS).find(
    ([, fault]) => fault && sameJson({ ...fault, match: ORDERS, hits }, only),
  )?.[0];
  return (more.length === 0 && label) || OTHERS;
};

/**
 * Adds the faults of the sandbox to the toolbar.
 *
 * @param onRefusal - receives why the sandbox did not do what was chosen
 */
export const addSandboxFaults = (form: HTMLElement, onRefusal: (text: string) => void): void => {
  const report = (error: unknown): void => onRefusal(String(error));
  let active = 'None';
  const show = async (): Promise<void> => {
    active = await activeLabel().catch((error: unknown) => {
      report(error);
      return active;
    });
    choose(list, active);
  };
  const set = async (label: string): Promise<void> => {
    if (label === OTHERS) return;
    await ask('DELETE');
    const fault = FAULTS[label];
    if (fault) await ask('POST', { ...fault, match: ORDERS });
  };
  const choices = Object.keys(FAULTS).map((name): [string, string] => [name, name]);
  const { row, list } = select('Sandbox fault', choices, (label) => {
    void set(label).catch(report).then(show);
  });
  form.append(row);
  void show();
};
