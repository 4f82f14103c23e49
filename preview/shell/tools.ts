import { SCREENS, TEXT_SIZES, type Conditions } from '../conditions';

type Choice = [label: string, value: string];
type Changes = Partial<Conditions>;

/** One setting of the toolbar. */
interface Tool {
  label: string;
  choices: Choice[];
  changes: (value: string) => Changes;
}

const TOOLS: Record<string, Tool> = {
  screen: {
    label: 'Screen',
    choices: Object.entries(SCREENS).map(([name, { width, height }]): Choice => [
      `${width} × ${height}, ${name}`,
      name,
    ]),
    changes: (screen) => ({ screen }) as Changes,
  },
  theme: {
    label: 'Theme',
    choices: [
      ['Light', 'light'],
      ['Dark', 'dark'],
    ],
    changes: (theme) => ({ theme }) as Changes,
  },
  language: {
    label: 'Language',
    choices: [
      ['简体中文', 'zh_CN'],
      ['English', 'en'],
    ],
    changes: (language) => ({ language }) as Changes,
  },
  textSize: {
    label: 'Text size',
    choices: TEXT_SIZES.map((size): Choice => [`× ${size}`, String(size)]),
    changes: (size) => ({ textSize: Number(size) }),
  },
  network: {
    label: 'Network',
    choices: [
      ['Wi-Fi', 'wifi'],
      ['4G', '4g'],
      ['Offline', 'none'],
    ],
    changes: (network) => ({ network }) as Changes,
  },
  clock: {
    label: 'Clock',
    choices: [
      ['Real time', ''],
      ['Stands still', 'now'],
      ['A day ahead', '1'],
      ['A year ahead', '365'],
    ],
    changes: (days) => ({
      now: days === '' ? null : Date.now() + (Number(days) || 0) * 86_400_000,
    }),
  },
  clipboard: {
    label: 'Clipboard',
    choices: [
      ['Allowed', 'allowed'],
      ['Refused', 'refused'],
    ],
    changes: (clipboard) => ({ clipboard }) as Changes,
  },
  payment: {
    label: 'Payment',
    choices: [
      ['Asks', 'ask'],
      ['Succeeds', 'paid'],
      ['Is cancelled', 'cancelled'],
      ['Fails', 'failed'],
    ],
    changes: (payment) => ({ payment }) as Changes,
  },
  foreground: {
    label: 'WeChat',
    choices: [
      ['In front', 'true'],
      ['In the background', 'false'],
    ],
    changes: (foreground) => ({ foreground: foreground === 'true' }),
  },
};

/** Faults of the sandbox by their label; they apply to order requests. Labels are not bare numbers: JavaScript would sort those first. */
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
const ORDERS = { path: '/hserve/*/idp/pay/order/' };

const select = (
  label: string,
  choices: Choice[],
  onChoice: (value: string) => void,
): HTMLElement => {
  const list = document.createElement('select');
  for (const [text, value] of choices) list.add(new Option(text, value));
  list.addEventListener('change', () => onChoice(list.value));
  const row = document.createElement('label');
  row.append(label, list);
  return row;
};

const setFault = async (name: string): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  await fetch('sandbox/faults', { method: 'DELETE' });
  const fault = FAULTS[name];
  if (!fault) return;
  const body = JSON.stringify({ ...fault, match: ORDERS });
  await fetch('sandbox/faults', { method: 'POST', headers, body });
};

/**
 * Fills the toolbar.
 *
 * @param initial - initial conditions of the phone
 * @param onChange - receives the changed conditions
 */
export const fillTools = (
  form: HTMLElement,
  initial: Conditions,
  onChange: (changes: Changes) => void,
): void => {
  for (const [name, { label, choices, changes }] of Object.entries(TOOLS)) {
    const row = select(label, choices, (value) => onChange(changes(value)));
    const value = initial[name as keyof Conditions];
    const list = row.querySelector('select');
    if (list && value !== undefined) list.value = String(value);
    form.append(row);
  }
  const faults = Object.keys(FAULTS).map((name): Choice => [name, name]);
  form.append(select('Sandbox fault', faults, (name) => void setFault(name)));
};
