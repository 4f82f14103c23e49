import { SCREENS, TEXT_SIZES, type Conditions } from '../conditions';

type Choice = [label: string, value: string];
type Changes = Partial<Conditions>;

/** One condition of the toolbar. */
interface Tool {
  label: string;
  choices: Choice[];
  /** The condition that a choice means. @default the value of the choice */
  meaning?: (choice: string) => unknown;
  /** The text of a value that is none of the choices. @default the value */
  describe?: (value: string) => string;
}

const DAY_MS = 86_400_000;

const TOOLS: Partial<Record<keyof Conditions, Tool>> = {
  screen: {
    label: 'Screen',
    choices: Object.entries(SCREENS).map(([name, { width, height }]): Choice => [
      `${width} × ${height}, ${name}`,
      name,
    ]),
  },
  theme: {
    label: 'Theme',
    choices: [
      ['Light', 'light'],
      ['Dark', 'dark'],
    ],
  },
  language: {
    label: 'Language',
    choices: [
      ['简体中文', 'zh_CN'],
      ['English', 'en'],
    ],
  },
  textSize: {
    label: 'Text size',
    choices: TEXT_SIZES.map((size): Choice => [`× ${size}`, String(size)]),
    meaning: Number,
    describe: (size) => `× ${size}`,
  },
  network: {
    label: 'Network',
    choices: [
      ['Wi-Fi', 'wifi'],
      ['4G', '4g'],
      ['Offline', 'none'],
    ],
  },
  now: {
    label: 'Clock',
    choices: [
      ['Real time', 'null'],
      ['Stands still', '+0'],
      ['A day ahead', '+1'],
      ['A year ahead', '+365'],
    ],
    meaning: (choice) => {
      if (choice === 'null') return null;
      return choice.startsWith('+') ? Date.now() + Number(choice) * DAY_MS : Number(choice);
    },
    describe: (now) => `Stands at ${new Date(Number(now)).toLocaleString()}`,
  },
  clipboard: {
    label: 'Clipboard',
    choices: [
      ['Allowed', 'allowed'],
      ['Refused', 'refused'],
    ],
  },
  payment: {
    label: 'Payment',
    choices: [
      ['Asks', 'ask'],
      ['Succeeds', 'paid'],
      ['Is cancelled', 'cancelled'],
      ['Fails', 'failed'],
    ],
  },
  foreground: {
    label: 'WeChat',
    choices: [
      ['In front', 'true'],
      ['In the background', 'false'],
    ],
    meaning: (isInFront) => isInFront === 'true',
  },
};

/** A row of the toolbar with a list of choices. */
export const select = (
  label: string,
  choices: readonly Choice[],
  onChoice: (value: string) => void,
): { row: HTMLElement; list: HTMLSelectElement } => {
  const list = document.createElement('select');
  for (const [text, value] of choices) list.add(new Option(text, value));
  list.addEventListener('change', () => onChoice(list.value));
  const row = document.createElement('label');
  row.append(label, list);
  return { row, list };
};

/** Selects a value; one that is none of the choices is added. */
export const choose = (
  list: HTMLSelectElement,
  value: string,
  describe = (text: string): string => text,
): void => {
  if (![...list.options].some((option) => option.value === value))
    list.add(new Option(describe(value), value));
  list.value = value;
};

/**
 * Fills the toolbar with the conditions of the phone.
 *
 * @param onChange - receives the conditions that a person chooses
 * @returns shows conditions of the phone
 */
export const fillTools = (
  form: HTMLElement,
  onChange: (changes: Changes) => void,
): ((conditions: Changes) => void) => {
  const shows: ((conditions: Changes) => void)[] = [];
  for (const [name, tool] of Object.entries(TOOLS)) {
    const { meaning = String, describe } = tool;
    const { row, list } = select(tool.label, tool.choices, (choice) =>
      onChange({ [name]: meaning(choice) }),
    );
    form.append(row);
    shows.push((conditions) => {
      if (name in conditions) choose(list, String(conditions[name as keyof Conditions]), describe);
    });
  }
  return (conditions) => shows.forEach((show) => show(conditions));
};
